import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CONFIDENCES } from '../facts/confidence.ts';
import { isDate } from '../facts/dates.ts';
import { periodProblems } from '../facts/periods.ts';
import { isPercentText } from '../facts/share.ts';
import { isMeasureText, MEASURE_NAMES, TECHNOLOGY_KINDS, TRANSISTORS } from '../facts/technology.ts';
import { ROOT } from '../root.ts';
import { type ComplexGrading, complexesShape } from './complex-shape.ts';

const FOLDER = join(ROOT, 'server', 'regulation');
const date = z.string().refine(isDate, 'is not a day of the calendar written YYYY-MM-DD').nullable();
const percent = z
  .string()
  .refine(
    (text) => isPercentText(text) && /^[\d./]+$/.test(text),
    'is not a percentage such as "50" or "100/3"',
  );
const level = z.enum(['restricted', 'red-flag', 'cannot-exclude', 'lead', 'information']);

/** Periods of which one holds on a day: each ends after it starts, none overlaps another. Gaps are fine. */
function periods<T extends z.ZodType<{ from: string | null; to: string | null }>>(period: T) {
  return z.array(period).superRefine((found, context) => {
    for (const { at, message } of periodProblems(found))
      context.addIssue({ code: 'custom', path: [at], message });
  });
}

const regimeShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  citation: z.string(),
  confidence: z.enum(CONFIDENCES),
  inForce: periods(z.strictObject({ from: date, to: date, confirmed: z.boolean(), note: z.string() })),
  notInForceNote: z.string(),
  restrictedOwners: z.array(
    z.strictObject({
      list: z.string(),
      programs: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
  ),
  doNotCount: z.array(z.string()),
  tests: periods(
    z.strictObject({
      from: date,
      to: date,
      threshold: percent.nullable(),
      inclusive: z.boolean(),
      control: z.boolean(),
      branches: z.enum(['all', 'same-jurisdiction']),
    }),
  ),
  exemptJurisdictions: z.array(z.string()),
  exemptNote: z.string(),
  divestmentNote: z.string().optional(),
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

const minorityShape = z.strictObject({ significantFrom: percent, note: z.string() });
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
  /** How ties to a complex such as Huawei's are graded. */
  readonly complexes: ComplexGrading;
}

/** Order in which regimes are shown: the BIS ones first, since the product is about them. */
const SHOWN_FIRST = ['bis-affiliates', 'bis-legally-distinct', 'ofac-50'];

/**
 * Reads the data files of this folder, or of another one of the same form: a regime more is a file more.
 *
 * @throws Error naming the file, and the field when it does not fit its shape: no JSON, periods that overlap or end
 *   before they start, a list that is in no row of `lists.json`, an id that two regimes have
 */
export function readRegulation(folder = FOLDER): Regulation {
  const files = readdirSync(join(folder, 'regimes')).filter((name) => name.endsWith('.json'));
  const lists = readShape(folder, 'lists.json', z.array(listShape));
  const known = new Set(lists.map(({ id }) => id));
  const regimes = files.sort().map((name) => readShape(folder, `regimes/${name}`, regimeOn(known)));
  for (const [at, { id }] of regimes.entries())
    if (regimes.findIndex((other) => other.id === id) < at)
      throw new Error(`${nameOf(folder, `regimes/${files[at]}`)}: another regime has the id "${id}" already`);
  return {
    regimes: regimes.sort((a, b) => orderOf(a.id) - orderOf(b.id) || a.id.localeCompare(b.id)),
    lists,
    destinations: readShape(folder, 'rf27-destinations.json', destinationsShape),
    advancedNode: readShape(folder, 'advanced-node.json', advancedNodeShape),
    strictness: readShape(folder, 'strictness.json', strictnessShape),
    minority: readShape(folder, 'minority.json', minorityShape),
    complexes: readShape(folder, 'complexes.json', complexesShape),
  };
}

/** A regime whose lists are all known: one that is not would count nobody, without a word. */
function regimeOn(lists: ReadonlySet<string>) {
  return regimeShape.superRefine(({ restrictedOwners }, context) => {
    for (const [at, { list }] of restrictedOwners.entries())
      if (!lists.has(list))
        context.addIssue({
          code: 'custom',
          path: ['restrictedOwners', at, 'list'],
          message: `"${list}" is in no row of lists.json`,
        });
  });
}

function orderOf(id: string): number {
  const index = SHOWN_FIRST.indexOf(id);
  return index < 0 ? SHOWN_FIRST.length : index;
}

function readShape<T>(folder: string, name: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(parseFile(folder, name));
  if (result.success) return result.data;
  throw new Error(`${nameOf(folder, name)}: ${z.prettifyError(result.error)}`);
}

function parseFile(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    throw new Error(`${nameOf(folder, name)}: ${what}: ${reason}`, { cause: error });
  }
}

/** A file as messages call it: by its place in the product, or by its path in another folder. */
function nameOf(folder: string, name: string): string {
  return folder === FOLDER ? `server/regulation/${name}` : join(folder, name);
}
