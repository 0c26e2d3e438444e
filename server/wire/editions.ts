import { z } from 'zod';
import { date, ids, level, openDate, outcome } from './common.ts';

/** Editions of lists that are loaded, and what the last load or rollback changed. */

const namedEdition = z.object({ date, file: z.string(), sha256: z.string() });

const fieldShape = z.object({
  field: z.string(),
  before: z.array(z.string()).describe('Only what the later edition no longer says'),
  after: z.array(z.string()).describe('Only what the former edition did not say'),
});

const changeKind = z.enum(['added', 'removed', 'renamed', 'amended', 'ambiguous', 'editorial']);

const rowShape = z.object({
  kind: changeKind.describe('`editorial`: spelled otherwise, and says the same'),
  party: z.string(),
  name: z.string(),
  originalName: z.string().nullable(),
  country: z.string().nullable(),
  footnotes: z.array(z.string()),
  citation: z.string().describe('The first one, such as `89 FR 96837`'),
  from: openDate,
  fields: z.array(fieldShape),
});

const comparedShape = z.object({
  list: z.string(),
  before: namedEdition.nullable().describe('Null for the first edition of a list'),
  after: namedEdition,
  entries: z.int(),
  counts: z
    .object({
      added: z.int(),
      removed: z.int(),
      renamed: z.int(),
      amended: z.int(),
      ambiguous: z.int(),
      editorial: z.int(),
      same: z.int(),
    })
    .nullable(),
});

const listChangeShape = comparedShape.extend({
  addedBy: z.array(z.object({ citation: z.string(), count: z.int() })),
  rows: z.array(rowShape),
});

const changedFinding = z.object({
  id: z.string(),
  flag: z.string(),
  title: z.string(),
  level,
  subject: z.string(),
  subjectName: z.string(),
  subjectKind: z.enum(['party', 'facility']),
  text: z.string(),
  from: openDate,
  to: openDate,
});

const impactCounts = z.object({
  stricter: z.int(),
  lessStrict: z.int(),
  raisedCount: z.int(),
  droppedCount: z.int(),
  facilityCount: z.int(),
});

/** A verdict of a party that another body of facts makes stricter, or less strict. */
export const changedVerdict = z.object({
  party: z.string(),
  name: z.string(),
  regime: z.string(),
  before: outcome,
  after: outcome,
  isStricter: z.boolean(),
  from: openDate,
  to: openDate,
});

const impactShape = impactCounts.extend({
  verdicts: z.array(
    changedVerdict.extend({
      path: z.array(z.string()).describe('The arithmetic of the stricter one, line by line'),
      facts: ids,
    }),
  ),
  raised: z.array(changedFinding),
  dropped: z.array(changedFinding),
  facilities: z.array(
    z.object({
      facility: z.string(),
      name: z.string(),
      findings: ids,
      operators: ids,
      isItself: z.boolean(),
    }),
  ),
});

export const changeSetShape = z
  .object({
    by: z.enum(['load', 'rollback', 'comparison']),
    lists: z.array(listChangeShape),
    impact: impactShape.nullable().describe('Null where nothing was loaded before'),
  })
  .meta({ id: 'ChangeSet' });

/** The same without rows: how much changed. */
export const changeSummaryShape = z
  .object({
    by: z.enum(['load', 'rollback']),
    lists: z.array(comparedShape),
    impact: impactCounts.nullable(),
  })
  .meta({ id: 'ChangeSummary' });

export type ChangeSummary = z.infer<typeof changeSummaryShape>;

export const changesReplyShape = z
  .object({
    last: changeSetShape.nullable().describe('What the last load or rollback of an edition changed'),
    comparison: changeSetShape
      .nullable()
      .describe('Two editions that are loaded, compared beside the seed alone; null when none are asked for'),
  })
  .meta({ id: 'ChangesReply' });

export type ChangesReply = z.infer<typeof changesReplyShape>;

export type ChangeSet = z.infer<typeof changeSetShape>;
export type ChangedList = ChangeSet['lists'][number];
export type ChangedRow = ChangedList['rows'][number];
export type ChangeKind = ChangedRow['kind'];
export type WireImpact = z.infer<typeof impactShape>;

export const editionsReplyShape = z
  .object({
    base: z.string().describe('What editions are added to: `seed`, or case files'),
    finishedAt: z.string().describe('When the last load ended'),
    editions: z.array(
      z.object({
        date,
        ageDays: z.int(),
        file: z.string(),
        sha256: z.string(),
        files: z.array(z.string()).describe('Further files of the same edition'),
        lists: z.array(z.object({ series: z.string(), rows: z.int() })),
        aside: z.int().describe('Rows that were kept aside'),
      }),
    ),
    last: changeSummaryShape.nullable().describe('How much the last load or rollback changed'),
  })
  .meta({ id: 'EditionsReply' });

export type EditionsReply = z.infer<typeof editionsReplyShape>;
