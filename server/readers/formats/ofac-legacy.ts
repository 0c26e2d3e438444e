import { broken } from '../bytes/broken.ts';
import { csvRows } from '../bytes/csv.ts';
import type { Bytes, Reader, ReadItem, SetAside } from '../reader.ts';

/**
 * The three files of OFAC's older CSV: parties, their addresses, their aliases, told apart by their columns as none has a
 * header. `-0-` means empty; the last line may be the sign that ended files under DOS.
 */

const SDN = [
  ...['ent_num', 'name', 'type', 'program', 'title', 'call_sign', 'vessel_type', 'tonnage'],
  ...['grt', 'vessel_flag', 'vessel_owner', 'remarks'],
] as const;
const ADD = ['ent_num', 'add_num', 'address', 'place', 'country', 'remarks'] as const;
const ALT = ['ent_num', 'alt_num', 'type', 'name', 'remarks'] as const;

export type OfacParty = Readonly<Record<(typeof SDN)[number], string>>;
export type OfacAddress = Readonly<Record<(typeof ADD)[number], string>>;
export type OfacAlias = Readonly<Record<(typeof ALT)[number], string>>;

/** `sdn.csv`, or `cons_prim.csv` of the same form. */
export const ofacSdnCsv: Reader<OfacParty> = {
  id: 'ofac-sdn-csv',
  title: 'OFAC parties, older CSV (sdn.csv)',
  recognises: (head) =>
    /^\uFEFF?"?\d+"?\s*,"(?:[^"]|"")*",\s*"?(?:-0-|individual|vessel|aircraft)\s*"?,/i.test(head),
  read: (bytes) => read(bytes, SDN),
};

/** `add.csv` */
export const ofacAddCsv: Reader<OfacAddress> = {
  id: 'ofac-add-csv',
  title: 'OFAC addresses, older CSV (add.csv)',
  recognises: (head) => /^\uFEFF?"?\d+"?\s*,"?\d+"?\s*,(?!"?(?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a))/i.test(head),
  read: (bytes) => read(bytes, ADD),
};

/** `alt.csv` */
export const ofacAltCsv: Reader<OfacAlias> = {
  id: 'ofac-alt-csv',
  title: 'OFAC aliases, older CSV (alt.csv)',
  recognises: (head) => /^\uFEFF?"?\d+"?\s*,"?\d+"?\s*,"?(?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a)/i.test(head),
  read: (bytes) => read(bytes, ALT),
};

async function* read<C extends string>(
  bytes: Bytes,
  columns: readonly C[],
): AsyncGenerator<ReadItem<Readonly<Record<C, string>>>> {
  const asides: SetAside[] = [];
  const options = { delimiter: ',', header: null, aside: (each: SetAside) => asides.push(each) } as const;
  let isFirst = true;
  for await (const { line, cells } of csvRows(bytes, options)) {
    yield* asides.splice(0);
    if (isFirst && cells.length !== columns.length) throw otherColumns(cells.length, columns);
    isFirst = false;
    const row = `line ${line}`;
    const texts = cells.map((cell) => cell.replace(/^\s*-0-\s*$/, '').trim());
    if (/^\d+$/.test(texts[0] ?? '')) yield { kind: 'row', row, value: recordOf(columns, texts) };
    else yield notANumber(row, texts[0] ?? '');
  }
  yield* asides;
  yield { kind: 'about', date: null, claims: null, publisher: 'OFAC' };
}

function recordOf<C extends string>(columns: readonly C[], texts: readonly string[]): Record<C, string> {
  const pairs = columns.map((column, at): [C, string] => [column, texts[at] ?? '']);
  return fromPairs(pairs);
}

/** `Object.fromEntries` with the names of the keys kept. */
function fromPairs<C extends string>(pairs: readonly (readonly [C, string])[]): Record<C, string>;
function fromPairs(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(pairs);
}

function notANumber(row: string, value: string): SetAside {
  const fix = 'Each row starts with the number of the party; look whether a line was broken in two.';
  return { kind: 'aside', row, field: 'ent_num', value: value.slice(0, 200), reason: 'is not a number', fix };
}

function otherColumns(found: number, columns: readonly string[]): Error {
  return broken({
    row: 'line 1',
    message: `has ${found} columns, not ${columns.length}.`,
    fix: `The columns are: ${columns.join(', ')}.`,
  });
}
