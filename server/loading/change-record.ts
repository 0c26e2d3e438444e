import { type ComparedList, changeSetOf, type NamedEdition } from '../editions/change-set.ts';
import { diffEditions } from '../editions/diff.ts';
import { type Edition, lastBefore } from '../editions/edition.ts';
import type { Impact } from '../editions/impact.ts';
import type { Input } from '../pipeline.ts';

interface Recording {
  readonly by: 'load' | 'rollback';
  /** Editions that come, or go. */
  readonly changed: readonly Edition[];
  /** The editions that are loaded beside them. */
  readonly others: readonly Edition[];
  readonly impact: Impact | null;
  /** What is loaded afterwards. */
  readonly input: Input;
}

/**
 * What a load or a rollback changes, as JSON that is stored with it: each edition against the one of its list next
 * before by date, or the other way round where it is taken back. Empty where no edition comes or goes.
 */
export function changeRecord({ by, changed, others, impact, input }: Recording): string {
  if (changed.length === 0) return '';
  const lists = changed.map((edition) => compared(edition, [...changed, ...others], by));
  const canonical = input.canonical ?? new Map<string, string>();
  return JSON.stringify(changeSetOf({ by, lists, impact, facts: input.facts, canonical }));
}

function compared(edition: Edition, all: readonly Edition[], by: Recording['by']): ComparedList {
  const { list } = edition;
  const ofList = all.filter((each) => each.list === list);
  const former = lastBefore(ofList, edition.date);
  if (former === undefined)
    return {
      list,
      before: null,
      after: namedEdition(edition),
      diff: null,
      entries: edition.facts.listings.length,
    };
  const [before, after] = by === 'load' ? [former, edition] : [edition, former];
  return {
    ...{ list, before: namedEdition(before), after: namedEdition(after) },
    ...{ diff: diffEditions(before.facts, after.facts), entries: after.facts.listings.length },
  };
}

/** An edition as a change set names it. */
export function namedEdition({ date, file, sha256 }: Edition): NamedEdition {
  return { date, file, sha256 };
}
