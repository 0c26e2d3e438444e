import { z } from 'zod';
import { confidence, date, ids } from './common.ts';

/** Who controls a party, whom it controls, and what is held of it through chains. Never a verdict. */

const named = z.object({ id: z.string(), name: z.string() });

const bound = z
  .enum(['certain', 'possible'])
  .describe('`possible`: only upper bounds, or reported and recalled facts, make it so');

const controlStepShape = z
  .object({
    party: z.string(),
    name: z.string(),
    by: z.enum(['shares', 'link', 'branch']),
    kind: z.string().describe('Kind of the control link; empty for shares and branches'),
    holders: z.array(
      z.object({
        party: z.string(),
        name: z.string(),
        share: z.string().describe('As shown; empty for a control link or branch'),
        facts: ids,
        sources: ids,
      }),
    ),
    sumMin: z.string().describe('What the holders hold together, percent, exact text'),
    sumMax: z.string(),
    sum: z.string(),
    certain: z.boolean(),
    confidence,
    text: z.string(),
  })
  .meta({ id: 'ControlStep', description: 'How one party comes to be controlled' });

export type WireControlStep = z.infer<typeof controlStepShape>;

const ultimateShape = z.object({
  parties: z.array(named).describe('Several when they control each other in a circle'),
  control: bound,
  mayBeControlledBy: z.array(named).describe('Empty when it is ultimate for certain'),
  steps: z.array(controlStepShape).describe('The chain, from above downward'),
});

export type WireUltimate = z.infer<typeof ultimateShape>;

const controlledShape = named.extend({ control: bound, steps: z.array(controlStepShape) });

export type WireControlled = z.infer<typeof controlledShape>;

export const heldShape = z
  .object({
    min: z.string().describe('Percent, exact text: decimal or fraction'),
    max: z.string(),
    rounded: z.boolean().describe('True where the exact text is too long: min is rounded down, max up'),
    shown: z.string(),
  })
  .nullable()
  .describe('Null where it is not worked out');

const integratedOwnerShape = named.extend({
  held: heldShape,
  reason: z.string().describe('Why there is no number'),
  isOwned: z.boolean().describe('Is an owner of it recorded that day? Where not, the chain ends there'),
});

export type WireIntegratedOwner = z.infer<typeof integratedOwnerShape>;

const listedTogetherShape = z.object({
  regime: z.string(),
  regimeTitle: z.string(),
  inForce: z.boolean(),
  owners: z.int().describe('Number of parties above that are listed that day in a way that counts'),
  held: heldShape,
  reason: z.string(),
});

export type WireListedTogether = z.infer<typeof listedTogetherShape>;

export const controlReplyShape = z
  .object({
    asOf: date,
    party: named,
    method: z.string().describe('How control was found'),
    controllers: z
      .object({
        total: z.int(),
        certain: z.int(),
        ultimateTotal: z.int(),
        ultimate: z.array(ultimateShape),
        shown: z.array(named.extend({ control: bound })).describe('Nearest first'),
      })
      .nullable()
      .describe('Null when there are too many to work out'),
    controlled: z
      .object({ total: z.int(), certain: z.int(), shown: z.array(controlledShape) })
      .nullable()
      .describe('Null when there are too many to work out'),
    lookThrough: z.object({
      method: z.string().describe('How it was found, and that no rule does it so'),
      total: z.int(),
      complete: z.boolean().describe('False when only the nearest owners were worked out'),
      owners: z.array(integratedOwnerShape).describe('Most first'),
      listed: z.array(listedTogetherShape).describe('What all listed owners hold together, by regime'),
    }),
    notes: z.array(z.string()),
  })
  .meta({ id: 'ControlReply' });

export type ControlReply = z.infer<typeof controlReplyShape>;
