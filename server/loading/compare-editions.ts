import { changeSetOf } from '../editions/change-set.ts';
import { diffEditions, type ListDiff } from '../editions/diff.ts';
import type { Edition } from '../editions/edition.ts';
import type { Impact } from '../editions/impact.ts';
import { NotFoundError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import { type EditionInput, SEED_ALONE } from '../library/inputs.ts';
import type { Law } from '../store/load-report.ts';
import { namedEdition } from './change-record.ts';
import { joinInputs, type Library } from './load-inputs.ts';
import { impactBetween } from './plan-load.ts';

/** One edition as it was loaded, or is named now, with what was read of it. */
export interface ReadEdition {
  readonly input: EditionInput;
  readonly editions: readonly Edition[];
}

/** Two editions, list by list, and what their difference changes for the product's own facts. */
export interface Comparison {
  readonly diffs: readonly { readonly list: string; readonly diff: ListDiff }[];
  readonly impact: Impact;
  /** The facts with the later one. */
  readonly facts: Facts;
  /** The same as it goes to the browser. */
  readonly changes: ReturnType<typeof changeSetOf>;
}

/**
 * Compares two editions entry by entry, beside the seed alone: whatever else is loaded, the answer is the same.
 *
 * @throws NotFoundError when they have no list in common
 */
export function compareEditions(
  [first, second]: readonly [ReadEdition, ReadEdition],
  library: Library,
  law: Law,
): Comparison {
  const pairs = first.editions.flatMap((before) => {
    const after = sameList(before.list, first, second);
    return after === undefined ? [] : [{ list: before.list, before, after }];
  });
  if (pairs.length === 0)
    throw new NotFoundError(
      `${first.input.file} and ${second.input.file} have no list in common.`,
      'Name two editions of the same list.',
    );
  const held = (editions: readonly Edition[], of: readonly EditionInput[]) =>
    joinInputs({ ...SEED_ALONE, editions: [...of] }, editions, library);
  const former = held(first.editions, [first.input]);
  const later = held([...first.editions, ...second.editions], [first.input, second.input]);
  const impact = impactBetween(former, later, law);
  const lists = pairs.map(({ list, before, after }) => ({
    ...{ list, before: namedEdition(before), after: namedEdition(after) },
    ...{ diff: diffEditions(before.facts, after.facts), entries: after.facts.listings.length },
  }));
  const { facts, canonical = new Map<string, string>() } = later;
  const changes = changeSetOf({ by: 'comparison', lists, impact, facts, canonical });
  return { diffs: lists.map(({ list, diff }) => ({ list, diff })), impact, facts, changes };
}

/** The edition of the same series, else of the same list in another rendering. */
function sameList(series: string, from: ReadEdition, { input, editions }: ReadEdition): Edition | undefined {
  const list = from.input.lists.find((each) => each.series === series)?.list ?? '';
  const other = input.lists.find((each) => each.list !== '' && each.list === list)?.series;
  const of = (wanted: string | undefined): Edition | undefined =>
    editions.find((each) => each.list === wanted);
  return of(series) ?? of(other);
}
