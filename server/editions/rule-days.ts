import { citationsOf } from '../normalise/lists/citations.ts';
import type { Edition } from './edition.ts';

/** Days of effect by citation, `89 FR 96837`. */
export type RuleDays = ReadonlyMap<string, string>;

/** Two days under one citation: which is the rule's own is not known. */
const UNCLEAR = '';

/**
 * The day on which each rule took effect, as far as a list itself says it: that on which the rows start which the rule
 * brought, those that cite it first. Only where all of them, in all editions, start on one day; dates of publication,
 * which some renderings give as the start, are none.
 *
 * A list cites a rule by pages of its own counting (the Consolidated Screening List has 89 FR 96837 where eCFR has
 * 96836), so the days of one series never date another.
 *
 * @param editions of one series
 */
export function ruleDays(editions: readonly Edition[]): RuleDays {
  const days = new Map<string, string>();
  for (const { facts } of editions)
    for (const { citation, from, fromPrecision, fromConfidence } of facts.listings) {
      const [rule] = citedIn(citation);
      if (rule === undefined || from === null || fromPrecision !== 'day' || fromConfidence !== 'verified')
        continue;
      const known = days.get(rule);
      days.set(rule, known === undefined || known === from ? from : UNCLEAR);
    }
  return new Map([...days].filter(([, day]) => day !== UNCLEAR));
}

/** The rule that an amended row cites and did not cite before, with its day; the latest of several. */
export function amendingRule(
  before: string,
  after: string,
  days: RuleDays,
): { readonly citation: string; readonly day: string } | null {
  const former = citedIn(before);
  const dated = citedIn(after).flatMap((citation) => {
    const day = former.includes(citation) ? undefined : days.get(citation);
    return day === undefined ? [] : [{ citation, day }];
  });
  return dated.sort((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null;
}

function citedIn(text: string): string[] {
  return citationsOf(text).map(({ volume, page }) => `${volume} FR ${page}`);
}
