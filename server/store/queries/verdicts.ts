import { z } from 'zod';
import { OUTCOMES } from '../../analysis/verdict.ts';
import { CONFIDENCES } from '../../facts/confidence.ts';
import { stepShape, verdictShape } from '../../wire/verdict.ts';
import type { Runner } from '../connection.ts';
import type { PropertyReader } from '../properties.ts';
import { inner, pageOf, rows } from './on-day.ts';

const stepsShape = z.array(stepShape);
const governingShape = verdictShape.shape.mostRestrictive;

/** A verdict as Neo4j holds it, before the day and the regime's dates are added. */
export type StoredVerdict = ReturnType<typeof toVerdict>;

/** What the timeline of a party shows of a verdict. */
type VerdictSpan = ReturnType<typeof toSpan>;

/** The verdicts of a party that hold on a day, and beside them those of all times without their arithmetic. */
export async function readVerdictsOn(
  tx: Runner,
  id: string,
  asOf: string,
): Promise<{ spans: VerdictSpan[]; verdicts: StoredVerdict[] }> {
  const found = await rows(tx, 'read/verdicts-on', { id, asOf });
  const holding = found.filter((row) => row.flag('holds'));
  return {
    spans: found.map((row) => toSpan(inner(row, 'verdict'))),
    verdicts: holding.map((row) => toVerdict(inner(row, 'verdict'))),
  };
}

/** One verdict, or null. */
export async function readVerdict(tx: Runner, id: string): Promise<StoredVerdict | null> {
  const [row] = await rows(tx, 'read/verdict', { id });
  return row ? toVerdict(inner(row, 'verdict')) : null;
}

export interface VerdictFilter {
  readonly asOf: string;
  readonly regime: string | null;
  readonly outcome: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Verdicts on a day with the names of their parties, and how many there are in all. */
export async function readVerdicts(tx: Runner, filter: VerdictFilter) {
  const { total, page } = pageOf(await rows(tx, 'read/verdicts', { ...filter }));
  return {
    total,
    verdicts: page.map((row) => ({ ...toVerdict(inner(row, 'verdict')), partyName: row.text('name') })),
  };
}

function toSpan(verdict: PropertyReader) {
  return {
    id: verdict.text('id'),
    regime: verdict.text('regime'),
    outcome: verdict.oneOf('outcome', OUTCOMES),
    from: verdict.date('from'),
    to: verdict.date('to'),
    heldShare: verdict.text('heldShare'),
  };
}

function toVerdict(verdict: PropertyReader) {
  return {
    ...toSpan(verdict),
    party: verdict.text('party'),
    regimeTitle: verdict.text('regimeTitle'),
    shareMin: verdict.text('shareMinExact'),
    shareMax: verdict.text('shareMaxExact'),
    shareMinExclusive: verdict.flag('shareMinExclusive') ?? false,
    shareMaxExclusive: verdict.flag('shareMaxExclusive') ?? false,
    threshold: verdict.optionalText('threshold'),
    weak: verdict.flag('weak') ?? false,
    exempt: verdict.flag('exempt') ?? false,
    heldBy: verdict.text('heldBy'),
    steps: verdict.json('stepsJson', stepsShape),
    mostRestrictive: verdict.json('mostRestrictiveJson', governingShape),
    listings: verdict.texts('listings'),
    facts: verdict.texts('facts'),
    notes: verdict.texts('notes'),
    confidence: verdict.oneOf('confidence', CONFIDENCES),
  };
}
