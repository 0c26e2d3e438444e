import type { JudgedParty } from '../../server/wire/judging.ts';
import type { ListTitle } from './titles.ts';

/** One thing that a party is said to be, and whether the other is said to be it too. */
interface Item {
  readonly text: string;
  readonly isInBoth: boolean;
}

export const COMPARED_WORDS = {
  same: 'the same',
  partly: 'partly the same',
  different: 'different',
  'only-one': 'only one says',
  neither: 'neither says',
  /** Of ids, which are two in any case. */
  none: '',
} as const;

/** How what two parties are said to be compares. */
type Compared = keyof typeof COMPARED_WORDS;

interface ComparedRow {
  readonly title: string;
  readonly a: readonly Item[];
  readonly b: readonly Item[];
  readonly compared: Compared;
}

/** What a row takes of a party. */
type Field = (party: JudgedParty) => readonly string[];

const namesOf: Field = ({ name, originalName, aliases }) => [
  name,
  ...(originalName === null ? [] : [originalName]),
  ...aliases,
];

const fieldsOf = (titleOf: ListTitle): readonly (readonly [string, Field])[] => [
  ['Names', namesOf],
  ['Country', ({ jurisdiction }) => (jurisdiction === null ? [] : [jurisdiction])],
  ['Kind', ({ kind }) => (kind === null || kind === 'unknown' ? [] : [kind])],
  ['Identifiers', ({ identifiers }) => identifiers],
  ['Addresses', ({ addresses }) => addresses],
  ['Lists', ({ lists }) => lists.map(titleOf)],
  ['Read from', ({ sources }) => sources],
  ['Ids', ({ id, alsoKnownAs }) => [id, ...alsoKnownAs]],
];

/** Two parties row by row, what both are said to be first. Case, accents, width and punctuation make no difference. */
export function compareParties(a: JudgedParty, b: JudgedParty, titleOf: ListTitle): ComparedRow[] {
  return fieldsOf(titleOf).map(([title, field]) => {
    const [mine, theirs] = [unique(field(a)), unique(field(b))];
    const row = { a: marked(mine, theirs), b: marked(theirs, mine) };
    return { title, ...row, compared: title === 'Ids' ? 'none' : comparedOf(row.a, row.b) };
  });
}

function comparedOf(a: readonly Item[], b: readonly Item[]): Compared {
  if (a.length === 0 && b.length === 0) return 'neither';
  if (a.length === 0 || b.length === 0) return 'only-one';
  const all = [...a, ...b];
  if (all.every(({ isInBoth }) => isInBoth)) return 'same';
  return all.some(({ isInBoth }) => isInBoth) ? 'partly' : 'different';
}

function marked(own: readonly string[], others: readonly string[]): Item[] {
  const known = new Set(others.map(folded));
  const items = own.map((text) => ({ text, isInBoth: known.has(folded(text)) }));
  const shared = items.filter(({ isInBoth }) => isInBoth);
  shared.sort((one, other) => (folded(one.text) < folded(other.text) ? -1 : 1));
  return [...shared, ...items.filter(({ isInBoth }) => !isInBoth)];
}

/** Each once, as first spelled. */
function unique(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [folded(text), text] as const).reverse()).values()].reverse();
}

function folded(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '');
  return plain.replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ').trim();
}
