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

/** All verdicts of a party, of all times, by regime and first day. */
export async function readVerdictsOf(tx: Runner, id: string): Promise<StoredVerdict[]> {
  return (await rows(tx, 'read/verdicts-of', { id })).map((row) => toVerdict(inner(row, 'verdict')));
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

function toVerdict(verdict: PropertyReader) {
  return {
    id: verdict.text('id'),
    party: verdict.text('party'),
    regime: verdict.text('regime'),
    regimeTitle: verdict.text('regimeTitle'),
    outcome: verdict.oneOf('outcome', OUTCOMES),
    from: verdict.date('from'),
    to: verdict.date('to'),
    shareMin: verdict.text('shareMinExact'),
    shareMax: verdict.text('shareMaxExact'),
    shareMinExclusive: verdict.flag('shareMinExclusive') ?? false,
    shareMaxExclusive: verdict.flag('shareMaxExclusive') ?? false,
    threshold: verdict.optionalText('threshold'),
    weak: verdict.flag('weak') ?? false,
    exempt: verdict.flag('exempt') ?? false,
    heldBy: verdict.text('heldBy'),
    heldShare: verdict.text('heldShare'),
    steps: verdict.json('stepsJson', stepsShape),
    mostRestrictive: verdict.json('mostRestrictiveJson', governingShape),
    listings: verdict.texts('listings'),
    facts: verdict.texts('facts'),
    notes: verdict.texts('notes'),
    confidence: verdict.oneOf('confidence', CONFIDENCES),
  };
}
