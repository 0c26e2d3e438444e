import type { Impact } from '../editions/impact.ts';
import type { Facts } from '../facts/facts.ts';

/** Changed verdicts that are told one by one; the rest is counted. */
const MOST_TOLD = 50;

/**
 * Whom a change touches, in numbers and by names, short enough for one answer: stricter verdicts first.
 *
 * @param facts what holds after the change, for the names
 */
export function touchedBy({ verdicts, findings, facilities }: Impact, facts: Facts) {
  const names = new Map(facts.parties.map(({ id, name }) => [id, name]));
  const stricter = verdicts.filter(({ isStricter }) => isStricter).length;
  return {
    ...{ stricter, lessStrict: verdicts.length - stricter },
    ...{ raised: findings.raised.length, dropped: findings.dropped.length, facilities: facilities.length },
    verdicts: verdicts.slice(0, MOST_TOLD).map(({ party, regime, before, after, isStricter, from, to }) => ({
      ...{ party, name: names.get(party) ?? party },
      ...{ regime, before, after, isStricter, from, to },
    })),
  };
}
