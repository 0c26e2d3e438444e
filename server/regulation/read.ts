import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CONFIDENCES } from '../facts/confidence.ts';
import { isDate } from '../facts/dates.ts';
import { isMeasureText, MEASURE_NAMES, TECHNOLOGY_KINDS, TRANSISTORS } from '../facts/technology.ts';
import { ROOT } from '../root.ts';

const FOLDER = join(ROOT, 'server', 'regulation');
const date = z.string().refine(isDate).nullable();
const level = z.enum(['restricted', 'red-flag', 'cannot-exclude', 'lead', 'information']);

const regimeShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  citation: z.string(),
  confidence: z.enum(CONFIDENCES),
  inForce: z.array(z.strictObject({ from: date, to: date, confirmed: z.boolean(), note: z.string() })),
  notInForceNote: z.string(),
  restrictedOwners: z.array(
    z.strictObject({
      list: z.string(),
      programs: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
  ),
  doNotCount: z.array(z.string()),
  tests: z.array(
    z.strictObject({
      from: date,
      to: date,
      threshold: z.string().nullable(),
      inclusive: z.boolean(),
      control: z.boolean(),
      branches: z.enum(['all', 'same-jurisdiction']),
    }),
  ),
  exemptJurisdictions: z.array(z.string()),
  exemptNote: z.string(),
  notes: z.array(z.string()),
});

const listShape = z.strictObject({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  authority: z.string(),
  citation: z.string(),
  level,
  effect: z.string(),
});

const destinationsShape = z.strictObject({
  title: z.string(),
  citation: z.string(),
  note: z.string(),
  countries: z.array(z.strictObject({ code: z.string(), confidence: z.enum(CONFIDENCES) })),
});

const strictnessShape = z.strictObject({
  note: z.string(),
  reviewPolicies: z.array(
    z.strictObject({
      rank: z.number(),
      starts: z.array(z.string()),
      without: z.array(z.string()).optional(),
      words: z.string(),
    }),
  ),
  unrankedPolicy: z.number(),
  lists: z.array(z.string()),
  footnotes: z.array(z.string()),
});

const limit = z.string().refine(isMeasureText);
const clause = { id: z.string(), words: z.string() };

/** One clause of the definition: how one measure is compared, with an exact limit. */
const nodeTestShape = z.union([
  z.strictObject({ ...clause, measure: z.literal('transistor'), is: z.enum(TRANSISTORS) }),
  z.strictObject({ ...clause, measure: z.enum(MEASURE_NAMES), atMost: limit }),
  z.strictObject({ ...clause, measure: z.enum(MEASURE_NAMES), atLeast: limit }),
  z.strictObject({ ...clause, measure: z.enum(MEASURE_NAMES), below: limit }),
  z.strictObject({ ...clause, measure: z.enum(MEASURE_NAMES), above: limit }),
]);

const advancedNodeShape = z.strictObject({
  title: z.string(),
  citation: z.string(),
  note: z.string(),
  periods: z.array(
    z.strictObject({
      kind: z.enum(TECHNOLOGY_KINDS),
      from: date,
      to: date,
      citation: z.string(),
      confidence: z.enum(CONFIDENCES),
      tests: z.array(nodeTestShape).min(1),
    }),
  ),
});

const minorityShape = z.strictObject({ significantFrom: z.string(), note: z.string() });

/** A rule family that attributes restriction through ownership, with its dates (design D7). */
export type Regime = z.infer<typeof regimeShape>;
/** How a regime tests ownership over one interval. `threshold` in percent, exact text; null when no share captures. */
export type RegimeTest = Regime['tests'][number];
/** A list that a party can stand on. */
export type ListInfo = z.infer<typeof listShape>;
/** The places at which Red Flag 27 is raised. */
type Destinations = z.infer<typeof destinationsShape>;
/** What advanced-node ICs are, by kind of IC and period: any test that is met suffices. */
export type AdvancedNodeLaw = z.infer<typeof advancedNodeShape>;
/** One clause of that definition. */
export type NodeTest = AdvancedNodeLaw['periods'][number]['tests'][number];
/** The order in which listed owners are compared. */
export type Strictness = z.infer<typeof strictnessShape>;

/** From which share a holding below the threshold is called significant; percent, exact text. */
type Minority = z.infer<typeof minorityShape>;

/** All dated data of the law that the analysis and the rules need. */
export interface Regulation {
  readonly regimes: readonly Regime[];
  readonly lists: readonly ListInfo[];
  readonly destinations: Destinations;
  readonly advancedNode: AdvancedNodeLaw;
  readonly strictness: Strictness;
  readonly minority: Minority;
}

/** Order in which regimes are shown: the BIS ones first, since the product is about them. */
const SHOWN_FIRST = ['bis-affiliates', 'bis-legally-distinct', 'ofac-50'];

/**
 * Reads the data files of this folder.
 *
 * @throws Error naming the file and field when one does not fit its shape
 */
export function readRegulation(): Regulation {
  const files = readdirSync(join(FOLDER, 'regimes')).filter((name) => name.endsWith('.json'));
  const regimes = files.map((name) => readShape(join('regimes', name), regimeShape));
  return {
    regimes: regimes.sort((a, b) => orderOf(a.id) - orderOf(b.id) || a.id.localeCompare(b.id)),
    lists: readShape('lists.json', z.array(listShape)),
    destinations: readShape('rf27-destinations.json', destinationsShape),
    advancedNode: readShape('advanced-node.json', advancedNodeShape),
    strictness: readShape('strictness.json', strictnessShape),
    minority: readShape('minority.json', minorityShape),
  };
}

function orderOf(id: string): number {
  const index = SHOWN_FIRST.indexOf(id);
  return index < 0 ? SHOWN_FIRST.length : index;
}

function readShape<T>(name: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  if (result.success) return result.data;
  throw new Error(`server/regulation/${name}: ${z.prettifyError(result.error)}`);
}
