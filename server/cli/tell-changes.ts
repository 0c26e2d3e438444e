import type { ListDiff } from '../editions/diff.ts';
import type { Impact } from '../editions/impact.ts';
import type { VerdictChange } from '../editions/impact-verdicts.ts';
import type { Facts } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';

/** Lines that are shown of each kind; the rest is counted. */
const SHOWN = 20;

/** What changed between two editions, for people. */
export function tellDiff(diff: ListDiff): string[] {
  const { added, removed, renamed, amended, editorial, ambiguous, same, addedBy } = diff;
  return [
    `${added.length} added, ${removed.length} removed, ${renamed.length} renamed, ${amended.length} amended, ${editorial.length} only spelled otherwise, ${ambiguous.length} ambiguous, ${same} the same.`,
    ...addedBy.map(({ citation, count }) => `  by ${citation || 'no rule that it cites'}: ${count} added`),
    ...some(
      'added',
      added.map(({ party }) => party.name),
    ),
    ...some(
      'removed',
      removed.map(({ party }) => party.name),
    ),
    ...some(
      'renamed',
      renamed.map(({ before, after }) => `${before.party.name} -> ${after.party.name}`),
    ),
    ...some(
      'amended',
      amended.map(
        ({ after, fields }) => `${after.party.name}: ${fields.map(({ field }) => field).join(', ')}`,
      ),
    ),
  ];
}

/** Whom a change touches, for people: stricter first. */
export function tellImpact(impact: Impact, facts: Facts): string[] {
  const names = new Map([...facts.parties, ...facts.facilities].map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const { verdicts, findings, facilities } = impact;
  const stricter = verdicts.filter(({ isStricter }) => isStricter).length;
  return [
    `Verdicts: ${stricter} stricter, ${verdicts.length - stricter} less strict. Findings: ${findings.raised.length} raised, ${findings.dropped.length} dropped. Facilities touched: ${facilities.length}.`,
    ...some(
      'verdict',
      [...groupBy(verdicts, alike).values()].map((each) => verdictLine(each, nameOf)),
      'lines of verdicts',
    ),
    ...some(
      'facility',
      facilities.map(({ facility }) => nameOf(facility)),
      'facilities',
    ),
  ];
}

/** The same change under several regimes is told once. */
function alike({ party, before, after, from, to }: VerdictChange): string {
  return JSON.stringify([party, before, after, from, to]);
}

function verdictLine(changes: readonly VerdictChange[], nameOf: (id: string) => string): string {
  const [first] = changes;
  if (first === undefined) return '';
  const { party, before, after, from, to } = first;
  const regimes = changes.map(({ regime }) => regime).join(', ');
  return `${nameOf(party)}: ${before} -> ${after} under ${regimes}, ${days(from, to)}`;
}

/** Days in words: an end is the first day on which it no longer holds. */
function days(from: string | null, to: string | null): string {
  const start = from === null ? 'first day unknown' : `since ${from}`;
  return to === null ? start : `${start}, until ${to}`;
}

/** Some of the lines, each with what it is; the rest counted, in the word for several. */
function some(what: string, lines: readonly string[], several: string = what): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${what}: ${line}`);
  return lines.length > SHOWN ? [...shown, `  ... and ${lines.length - SHOWN} more ${several}`] : shown;
}
