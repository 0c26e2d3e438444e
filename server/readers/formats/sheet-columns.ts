import type { FactSection } from '../../facts/facts.ts';

/** What the text of a cell stands for. */
export type CellKind = 'text' | 'number' | 'yes-no' | 'list' | 'share';

/** Columns of one kind of sheet, in the order of its template: fields of the case file, under the same names. */
export type Columns = Readonly<Record<string, CellKind>>;

const provenance = { source: 'list', confidence: 'text', note: 'text' } as const;
const dated = {
  from: 'text',
  to: 'text',
  fromPrecision: 'text',
  toPrecision: 'text',
  ...provenance,
} as const;

/** Sections that can be given as a sheet. Shares with bounds are two columns, since a cell holds one value. */
export const SHEETS = {
  sources: { id: 'text', title: 'text', url: 'text', citation: 'text', date: 'text', note: 'text' },
  parties: {
    id: 'text',
    name: 'text',
    aliases: 'list',
    kind: 'text',
    jurisdiction: 'text',
    city: 'text',
    addresses: 'list',
    roles: 'list',
    complex: 'text',
    ...provenance,
  },
  holdings: {
    owner: 'text',
    owned: 'text',
    share: 'share',
    shareMin: 'share',
    shareMax: 'share',
    kind: 'text',
    ...dated,
    id: 'text',
  },
  facilities: {
    id: 'text',
    name: 'text',
    operator: 'text',
    operatorConfidence: 'text',
    country: 'text',
    city: 'text',
    address: 'text',
    latitude: 'number',
    longitude: 'number',
    kind: 'text',
    status: 'text',
    startYear: 'number',
    waferMm: 'number',
    node: 'text',
    advancedNode: 'yes-no',
    advancedFrom: 'text',
    advancedTo: 'text',
    ...provenance,
  },
  physicalLinks: { a: 'text', b: 'text', kind: 'text', ...dated, id: 'text' },
} as const satisfies Partial<Record<FactSection, Columns>>;

export type SheetSection = keyof typeof SHEETS;

/** Columns that no sheet of this kind can do without. */
export const NEEDED: Readonly<Record<SheetSection, readonly string[]>> = {
  sources: ['id', 'title'],
  parties: ['id', 'name'],
  holdings: ['owner', 'owned'],
  facilities: ['id', 'operator'],
  physicalLinks: ['a', 'b', 'kind'],
};

/** The empty sheet: its header as one line of CSV. */
export function sheetTemplate(section: SheetSection): string {
  return `${Object.keys(SHEETS[section]).join(',')}\n`;
}
