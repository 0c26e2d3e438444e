import type { OfacAddress, OfacAlias, OfacParty } from '../../readers/formats/ofac-legacy.ts';
import { caseRowsOf } from './case-rows.ts';
import { countryCode } from './country-names.ts';
import { BLANK_ENTRY, type CaseRows, type EntryTie, type ListEntry, type ListFile } from './entry.ts';
import { personName, tidy } from './list-names.ts';

/** The three files of one edition; addresses and aliases may be missing. */
export interface OfacFiles {
  readonly parties: ListFile<OfacParty>;
  readonly addresses: readonly OfacAddress[];
  readonly aliases: readonly OfacAlias[];
}

/** Rows of OFAC's older CSV as rows of a case file; "Linked To" is an affiliation, and neither a share nor control. */
export function fromOfacLegacy({ parties, addresses, aliases }: OfacFiles): CaseRows {
  const places = byNumber(addresses);
  const names = byNumber(aliases);
  const entries = parties.rows.map(({ row, value }) => ({
    ...BLANK_ENTRY,
    ...{ file: parties.file, row: `${row} ${value.ent_num}`, list: 'ofac-sdn' as const },
    ...{ rawName: value.name, registered: `ofac/${value.ent_num}` },
    ...whoIs(value, names.get(value.ent_num) ?? []),
    ...whereIs(places.get(value.ent_num) ?? []),
    programs: value.program
      .split(/\]?\s*\[|\]|;\s*/)
      .map(tidy)
      .filter((part) => part !== ''),
    partyNote: noteOf(value),
    tie: linkIn(value.remarks),
  }));
  return caseRowsOf(entries, parties);
}

function byNumber<T extends { readonly ent_num: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.ent_num, [...(found.get(row.ent_num) ?? []), row]);
  return found;
}

function whoIs(
  { name: raw, type }: OfacParty,
  aliases: readonly OfacAlias[],
): Pick<ListEntry, 'name' | 'aliases' | 'kind'> {
  const isPerson = /^individual$/i.test(type);
  const printed = tidy(raw);
  const name = isPerson ? personName(printed) : printed;
  return {
    name,
    aliases: [...(name === printed ? [] : [printed]), ...aliases.map((alias) => tidy(alias.name))],
    kind: isPerson ? 'person' : /^vessel$/i.test(type) ? 'vessel' : null,
  };
}

function whereIs(rows: readonly OfacAddress[]): Pick<ListEntry, 'country' | 'countries' | 'addresses'> {
  const codes = rows.map(({ country }) => countryCode(country)).filter((code) => code !== null);
  const lines = rows.map(({ address, place, country }) =>
    address === '' && place === '' ? '' : [address, place, country].filter((part) => part !== '').join(', '),
  );
  return {
    country: codes[0] ?? null,
    countries: [...new Set(codes)],
    addresses: lines.filter((line) => line !== ''),
  };
}

function noteOf({ title, remarks, vessel_owner: owner }: OfacParty): string {
  const parts = [
    title === '' ? '' : `Title: ${title}.`,
    owner === '' ? '' : `Owner as printed: ${owner}.`,
    remarks,
  ];
  return parts
    .map(tidy)
    .filter((part) => part !== '')
    .join(' ');
}

/** `Linked To: NAME; DOB ...`: only the first, and not one that the end of the field cut off. */
function linkIn(remarks: string): EntryTie | null {
  const name = /\bLinked To:\s*([^;]+?)\s*(?:;|\.\s*$)/i.exec(remarks)?.[1];
  return name === undefined ? null : { name, kind: 'ofac-linked-to', note: `Linked To: ${name}` };
}
