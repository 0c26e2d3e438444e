import type { ChangeKind, ChangeSummary } from '../../server/wire/editions.ts';

/** How changes of lists are said. */

export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  removed: 'Removed',
  renamed: 'Renamed',
  amended: 'Amended',
  ambiguous: 'Unclear',
  editorial: 'Spelling only',
};

export const CHANGE_SIGNS: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '−',
  renamed: '↔',
  amended: '≠',
  ambiguous: '?',
  editorial: '~',
};

/** Names of fields as people say them. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  reviewPolicy: 'review policy',
  licenceRequirement: 'licence requirement',
  from: 'listed from',
  to: 'listed until',
};

export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

/** `148 added, 14 amended`; of a first edition how much it holds. */
export function countsInWords({ counts, entries }: ChangeSummary['lists'][number]): string {
  if (counts === null) return `first edition loaded, ${entries} entries`;
  const told = (['added', 'removed', 'renamed', 'amended', 'ambiguous', 'editorial'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${CHANGE_WORDS[kind].toLowerCase()}`);
  return told.length === 0 ? `nothing changed, ${counts.same} entries the same` : told.join(', ');
}

/** `3 verdicts stricter, 1 less strict; 5 findings raised, 2 dropped; 1 facility touched`. */
export function impactInWords({ impact }: Pick<ChangeSummary, 'impact'>): string {
  if (impact === null) return 'Nothing was loaded before.';
  const { stricter, lessStrict, raisedCount, droppedCount, facilityCount } = impact;
  const touched = `${facilityCount} ${facilityCount === 1 ? 'facility' : 'facilities'} touched`;
  return `${stricter} verdicts stricter, ${lessStrict} less strict; ${raisedCount} findings raised, ${droppedCount} dropped; ${touched}.`;
}
