import type { Facts, Listing, Party } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import { foldName } from '../normalise/names.ts';
import { byRule, type RuleCount } from './by-rule.ts';
import { type Ambiguous, type ListRow, listRows, type RowPair } from './diff-rows.ts';
import { matchRows } from './match-rows.ts';
import { wordingOf, wordings } from './wording.ts';

/** Fields that are compared. Addresses of sources are none of them: publishers move their pages. */
const DIFF_FIELDS = [
  'name',
  'aliases',
  'addresses',
  'country',
  'reviewPolicy',
  'licenceRequirement',
  'footnotes',
  'citation',
  'programmes',
  'from',
  'to',
] as const;
type DiffField = (typeof DIFF_FIELDS)[number];

/** One field before and after: only what is not on both sides, for fields of several texts. */
interface FieldChange {
  readonly field: DiffField;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** An entry that both editions have, and say differently. */
interface RowChange extends RowPair {
  readonly fields: readonly FieldChange[];
}

/** What changed from one edition of a list to another; each entry of either is in one part, or the same in both. */
export interface ListDiff {
  readonly added: readonly ListRow[];
  readonly removed: readonly ListRow[];
  /** Known as the same party by other evidence than its name; may be amended too. */
  readonly renamed: readonly RowChange[];
  readonly amended: readonly RowChange[];
  /** Spelled otherwise, and says the same. */
  readonly editorial: readonly RowChange[];
  readonly ambiguous: readonly Ambiguous[];
  /** Entries that are the same in both. */
  readonly same: number;
  /** Additions by the rule that made them, the most first. */
  readonly addedBy: readonly RuleCount[];
}

/**
 * Compares two editions of one list, entry by entry. An amended entry is known as the same party although its publisher's
 * row id changed: by its printed name and first citation, then by its name in another spelling and its country, then, as
 * renamed, by the same first citation with the same address or alias. What fits in more than one way is told as ambiguous.
 */
export function diffEditions(before: Facts, after: Facts): ListDiff {
  const { pairs, ambiguous, removed, added } = matchRows(listRows(before), listRows(after));
  const moved = new Set([...added, ...removed].map(({ party }) => party.id));
  const changes = partyTold(pairs.map((pair) => ({ ...pair, fields: fieldsOf(pair, moved) })));
  const kinds = groupBy(changes, kindOf);
  return {
    added,
    removed,
    renamed: kinds.get('renamed') ?? [],
    amended: kinds.get('amended') ?? [],
    editorial: kinds.get('editorial') ?? [],
    ambiguous,
    same: kinds.get('same')?.length ?? 0,
    addedBy: byRule(added),
  };
}

/** True when a field is spelled otherwise and says the same. */
function isEditorial({ field, before, after }: FieldChange): boolean {
  const fold = field === 'name' || field === 'aliases' ? foldName : wordingOf;
  return JSON.stringify(before.map(fold).sort()) === JSON.stringify(after.map(fold).sort());
}

function kindOf({ before, after, fields }: RowChange): 'renamed' | 'amended' | 'editorial' | 'same' {
  if (foldName(before.party.name) !== foldName(after.party.name)) return 'renamed';
  if (fields.length === 0) return 'same';
  return fields.every(isEditorial) ? 'editorial' : 'amended';
}

const OF_PARTY: readonly DiffField[] = ['name', 'aliases', 'addresses', 'country'];

/** What changed of the party is told once, with the first of its entries, not with each. */
function partyTold(changes: readonly RowChange[]): RowChange[] {
  const told = new Set<string>();
  return changes.map((change) => {
    const { id } = change.after.party;
    if (!told.has(id)) {
      told.add(id);
      return change;
    }
    return { ...change, fields: change.fields.filter(({ field }) => !OF_PARTY.includes(field)) };
  });
}

/**
 * @param moved parties with entries that were added or removed: their names and addresses came or went with these
 */
function fieldsOf({ before, after }: RowPair, moved: ReadonlySet<string>): FieldChange[] {
  const [former, later] = [textsOf(before), textsOf(after)];
  const isMoved = moved.has(after.party.id);
  return DIFF_FIELDS.filter((field) => !(isMoved && OF_PARTY.includes(field))).flatMap((field) => {
    const change = changeOf(field, former[field], later[field]);
    return change === null ? [] : [change];
  });
}

type Texts = Readonly<Record<DiffField, readonly string[]>>;

function textsOf({ listing, party }: ListRow): Texts {
  return { ...ofParty(party), ...ofListing(listing) };
}

function ofParty({ name, aliases, addresses, jurisdiction }: Party) {
  return { name: [name], aliases, addresses, country: textOf(jurisdiction) };
}

function ofListing({ reviewPolicy, licenceRequirement, footnotes, citation, programs, from, to }: Listing) {
  return {
    ...{ reviewPolicy: textOf(reviewPolicy), licenceRequirement: textOf(licenceRequirement) },
    ...{ footnotes, citation: citationsOf(citation), programmes: programs },
    ...{ from: textOf(from), to: textOf(to) },
  };
}

function textOf(text: string | null): string[] {
  return text === null || text === '' ? [] : [text];
}

/** Several citations stand in one text, divided by `;` or, in older rows, by commas. */
function citationsOf(citation: string): string[] {
  return citation
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What only one side has; a text that only its spelling changes counts as on both, unless nothing else changed. */
function changeOf(field: DiffField, before: readonly string[], after: readonly string[]): FieldChange | null {
  const gone = before.filter((text) => !after.includes(text));
  const come = after.filter((text) => !before.includes(text));
  if (gone.length === 0 && come.length === 0) return null;
  const [former, later] = [new Set(wordings(before)), new Set(wordings(after))];
  const goneInSubstance = gone.filter((text) => !later.has(wordingOf(text)));
  const comeInSubstance = come.filter((text) => !former.has(wordingOf(text)));
  if (goneInSubstance.length === 0 && comeInSubstance.length === 0)
    return { field, before: gone, after: come };
  return { field, before: goneInSubstance, after: comeInSubstance };
}
