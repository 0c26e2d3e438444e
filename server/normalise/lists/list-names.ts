/** How one listed party hangs on another by the words of the list itself. */
export type ListedTie = 'affiliated-entity' | 'subordinate-institution' | 'subsidiary';

/** A name as a list prints it, taken apart. */
export interface ListedName {
  /** For people: blanks collapsed, without commas at its end. */
  readonly name: string;
  /** The parent that the list packs into the same name, as printed; null when there is none. */
  readonly parent: string | null;
  readonly tie: ListedTie | null;
  /** Words that widen the entry and are no part of the name. */
  readonly widening: string;
}

/** Parent and child in one name. Never split on "." alone: "Co., Ltd. (Huawei)". */
const PACKED: readonly (readonly [RegExp, ListedTie])[] = [
  [/^(?<parent>.+?)\.?\s+Affiliated Entity\s*[:–—-]\s*(?<child>.+)$/i, 'affiliated-entity'],
  [/^(?<parent>.+?)\.?\s+Subordinate Institution\s*[:–—-]\s*(?<child>.+)$/i, 'subordinate-institution'],
  [/^(?<parent>.+?),?\s+and subordinate entity\s+(?<child>.+)$/i, 'subordinate-institution'],
  [
    /^(?<child>.+?)\s*\(an? subordinate (?:institute|institution|entity) of (?<parent>.+)\)$/i,
    'subordinate-institution',
  ],
  [/^(?<child>.+?)\s*\(an? subsidiary of (?<parent>.+)\)$/i, 'subsidiary'],
];

const WIDENING = /;\s*(and any successors?,.*thereof)\.?$/i;

/** @param raw the name as printed, which is also what its id is made of */
export function listedName(raw: string): ListedName {
  const plain = tidy(raw);
  const widening = WIDENING.exec(plain)?.[1] ?? '';
  const name = tidy(plain.replace(WIDENING, ''));
  for (const [pattern, tie] of PACKED) {
    const { parent, child } = pattern.exec(name)?.groups ?? {};
    if (parent !== undefined && child !== undefined)
      return { name: tidy(child), parent: tidy(parent), tie, widening };
  }
  return { name, parent: null, tie: null, widening };
}

/** `LAST, First` of the SDN list as `First LAST`, so that a person bears one name on all lists. */
export function personName(name: string): string {
  const parts = name.split(', ');
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name;
}

/** Entries that list an address, whoever is there: "Address 01". */
export function isAddressOnly(name: string): boolean {
  return /^Address \d+$/i.test(name);
}

/** Blanks of every kind collapsed, and no comma or semicolon at the end. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\s*[,;]+$/, '');
}
