import type { MetiRow } from '../../readers/formats/meti-json.ts';
import { caseRowsOf } from './case-rows.ts';
import { countryCode, leadingCountry } from './country-names.ts';
import { BLANK_ENTRY, type CaseRows, type ListEntry, type ListFile } from './entry.ts';
import { tidy } from './list-names.ts';

/** Rows of Japan's end-user list as rows of a case file. Which weapons are feared stands in the programmes of a listing. */
export function fromMeti(file: ListFile<MetiRow>): CaseRows {
  return caseRowsOf(
    file.rows.map((row) => entryOf(file.file, row)),
    file,
  );
}

const IN_ADDRESS =
  'The file leaves the name empty; it was taken from the address, which runs country and name together.';

/** `People's Republic of China 23rd Research Institute`: what follows the country. */
function afterCountry(text: string): string {
  const words = text.trim().split(/\s+/);
  const code = leadingCountry(text);
  const from = words.findIndex((_, at) => countryCode(words.slice(0, at + 1).join(' ')) === code);
  return code === null || from === words.length - 1 ? text : words.slice(from + 1).join(' ');
}

function entryOf(file: string, { row, value }: ListFile<MetiRow>['rows'][number]): ListEntry {
  const isInAddress = value.entity_name.trim() === '';
  const rawName = isInAddress ? (value.addresses[0] ?? '') : value.entity_name;
  const { name, original } = namesIn(isInAddress ? afterCountry(rawName) : rawName);
  const codes = value.addresses.map((text) => countryCode(text) ?? leadingCountry(text));
  const countries = [...new Set(codes.filter((code) => code !== null))];
  return {
    ...BLANK_ENTRY,
    ...{ file, row: `${row} ${value.id}`, list: 'meti-end-user', rawName },
    ...{ name, originalName: original, countries, country: countries[0] ?? null },
    aliases: value.aliases.map(tidy).filter((alias) => alias !== ''),
    addresses: value.addresses.filter((text) => leadingCountry(text) === null).map(tidy),
    kind: value.entity_type === 'individual' ? 'person' : null,
    from: value.date_added,
    programs: [...new Set(value.reason.match(/\b(?:CW|[BCMN])\b/g) ?? [])],
    citation: value.source_list_name,
    ...(isInAddress ? { confidence: 'secondary' as const, partyNote: IN_ADDRESS } : {}),
    listingNote: tidy(value.reason),
  };
}

/** `Dandong Jinxiang Trade Co., Ltd.（丹东金祥贸易有限公司）` */
function namesIn(raw: string): { name: string; original: string } {
  const original = /[（(]([^（()）]*\p{Script=Han}[^（()）]*)[)）]/u.exec(raw);
  if (original === null) return { name: tidy(raw), original: '' };
  return { name: tidy(raw.replace(original[0], ' ')), original: tidy(original[1] ?? '') };
}
