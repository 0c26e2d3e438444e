import type { HeldBack } from '../editions/guard.ts';
import { type Impact, impactOf } from '../editions/impact.ts';
import { SetupError } from '../errors.ts';
import type { EditionInput, Inputs } from '../library/inputs.ts';
import { assessDifference, type Input } from '../pipeline.ts';
import type { Law } from '../store/load-report.ts';
import type { Loaded } from '../store/queries/loaded.ts';
import { changeRecord } from './change-record.ts';
import type { Classified, NewEdition } from './classify.ts';
import { heldBack } from './held-back.ts';
import { inputsOf, joinInputs, type Library, readBase, readEditions } from './load-inputs.ts';
import { onBases } from './on-base.ts';

/** What a load would do, before anything is written. */
export interface LoadPlan {
  readonly input: Input;
  readonly held: readonly HeldBack[];
  /** Of editions that are new; null where nothing was loaded before, or no edition is new. */
  readonly impact: Impact | null;
  /** Editions that are new, and those that are loaded already. */
  readonly fresh: readonly NewEdition[];
  readonly known: readonly NewEdition[];
}

interface Planning {
  readonly loaded: Loaded | null;
  readonly library: Library;
  readonly law: Law;
}

/**
 * Adds to what is loaded: case files take the place of the base, editions are added to the others.
 *
 * @throws SetupError when what is loaded was not recorded, so that nothing can be added to it
 */
export async function planLoad(found: Classified, { loaded, library, law }: Planning): Promise<LoadPlan> {
  const before = inputsOf(loaded);
  const base = found.base ?? before?.base ?? null;
  if (base === null) throw unrecorded();
  const former = before?.editions ?? [];
  const isKnown = ({ input }: NewEdition) => former.some((each) => isSame(each, input));
  const unknown = found.editions.filter((each) => !isKnown(each));
  const fresh = await onBases(unknown, former, library);
  const inputs: Inputs = { base, editions: [...former, ...fresh.map(({ input }) => input)] };
  const kept = await readEditions(former, library);
  const own = readBase(inputs, library);
  const joined = joinInputs(inputs, [...kept, ...fresh.flatMap(({ editions }) => editions)], library, own);
  const held = fresh.flatMap(({ input: each }) => heldBack(former, each));
  const isAdded = fresh.length > 0 && before !== null && found.base === null;
  const impact = isAdded ? impactBetween(joinInputs(before, kept, library, own), joined, law) : null;
  const changed = fresh.flatMap(({ editions }) => editions);
  const changes = changeRecord({ by: 'load', changed, others: kept, impact, input: joined });
  const input = found.base === null && changed.length === 0 ? joined : { ...joined, changes };
  return { input, held, impact, fresh, known: found.editions.filter(isKnown) };
}

/** Who becomes or ceases to be restricted when one body of facts takes the place of another. */
export function impactBetween(before: Input, after: Input, law: Law): Impact {
  return impactOf(...assessDifference(before.facts, after.facts, law));
}

function isSame(a: EditionInput, b: EditionInput): boolean {
  const hashes = ({ sha256, files }: EditionInput) => [sha256, ...files.map((each) => each.sha256)].join(' ');
  return hashes(a) === hashes(b) && a.date === b.date;
}

function unrecorded(): SetupError {
  return new SetupError(
    'What is loaded was not recorded by the Interlock that loaded it, so that nothing can be added to it.',
    'Load the case files again, or the seed (interlock load), and then the editions.',
  );
}
