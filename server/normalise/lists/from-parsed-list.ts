import { monthDate } from '../../readers/formats/ecfr-text.ts';
import { type ParsedRow, parsedList } from '../../readers/formats/parsed-list.ts';
import { caseRowsOf } from './case-rows.ts';
import { countryCode } from './country-names.ts';
import { addressesIn } from './ecfr-entity.ts';
import { BLANK_ENTRY, type CaseRows, type EntryTie, type ListEntry, type ListFile } from './entry.ts';
import { footnotesOf } from './footnotes.ts';
import { seeAlsoOf } from './from-csl.ts';
import { firstCited } from './from-ecfr.ts';
import { isAddressOnly, listedName, tidy } from './list-names.ts';
import { seriesIn } from './renderings.ts';
import { splitSubsidiaries } from './subsidiaries.ts';

/** Rows of a US list that others have parsed to JSON, as rows of a case file. */
export function fromParsedList(file: ListFile<ParsedRow>): CaseRows {
  return caseRowsOf(parsedEntries(file), { ...file, seriesOf: (list) => seriesIn(parsedList.id, list) });
}

/** The same one by one. A party that is listed "together with subsidiaries" gives an entry for each of these as well. */
export function parsedEntries({ file, rows }: ListFile<ParsedRow>): ListEntry[] {
  return rows.flatMap(({ row, value: { list, entity } }) => {
    const code = countryCode(entity.country);
    const { name, parent, tie } = listedName(entity.name);
    const note = `The list prints: ${tidy(entity.name)}`;
    const entry: ListEntry = {
      ...BLANK_ENTRY,
      ...{ file, row, list, rawName: entity.name, name },
      aliases: entity.aliases.map(tidy).filter((alias) => alias !== ''),
      country: code,
      countries: code === null ? [] : [code],
      seeAlso: seeAlsoOf(/\(?see (?:also|alternate) add.*$/is.exec(entity.address)?.[0] ?? ''),
      addresses: addressesIn(entity.address),
      roles: isAddressOnly(name) ? ['listed address'] : [],
      tie: parent === null || tie === null ? null : { name: parent, kind: tie, note },
      ...detailsOf(list, entity),
    };
    return [entry, ...subsidiariesOf(entry, entity.notes)];
  });
}

type Details = Partial<ListEntry>;

function detailsOf(list: ParsedRow['list'], entity: ParsedRow['entity']): Details {
  if (list === 'bis-entity-list')
    return {
      ...firstCited(entity.federal_register),
      footnotes: footnotesOf(entity.notes),
      licenceRequirement: tidy(entity.notes),
    };
  if (list === 'bis-meu') return { ...firstCited(entity.federal_register), ...tieIn(entity.notes) };
  if (list === 'ofac-ns-cmic') return cmicDetails(entity);
  return {
    citation: tidy(entity.federal_register),
    listingNote: 'On the list at the date of the citation; the first day was not read.',
    partyNote: tidy(entity.notes.replace(/^Listed together with subsidiaries:[^|]*\|?/, '')),
  };
}

/** `Subordinate institution of Aero-Engine Company of China` */
function tieIn(notes: string): { tie?: EntryTie } {
  const parent = /^Subordinate institution of (.+)$/i.exec(tidy(notes))?.[1];
  if (parent === undefined) return {};
  return { tie: { name: parent, kind: 'subordinate-institution', note: tidy(notes) } };
}

/** `Target Type: ...; Listing Date (CMIC): 03 Jun 2021; USCC: 9111 (China); Program: ...; Linked To: NAME` */
function cmicDetails({ notes }: ParsedRow['entity']): Details {
  const fields = new Map<string, string>();
  for (const part of notes.split(/;\s+/)) {
    const at = part.indexOf(': ');
    if (at > 0) fields.set(part.slice(0, at), tidy(part.slice(at + 2)));
  }
  const uscc = fields.get('USCC')?.replace(/\s*\(China\)$/, '');
  const program = fields.get('Program');
  const linked = fields.get('Linked To')?.replace(/\.$/, '');
  return {
    from: monthDate(fields.get('Listing Date (CMIC)') ?? ''),
    ...(program === undefined ? {} : { programs: [program] }),
    ...(uscc === undefined ? {} : { identifiers: [{ scheme: 'cn-uscc', value: uscc }] }),
    ...(linked === undefined
      ? {}
      : { tie: { name: linked, kind: 'ofac-linked-to' as const, note: `Linked To: ${linked}` } }),
    partyNote: tidy(notes),
  };
}

/** Section 1260H names subsidiaries in running text; where one name ends is told by a pattern, hence `secondary`. */
function subsidiariesOf(parent: ListEntry, notes: string): ListEntry[] {
  const note = `Named among the subsidiaries of ${parent.name}; the names were parted by a pattern.`;
  return splitSubsidiaries(notes).map((name) => ({
    ...BLANK_ENTRY,
    ...{ file: parent.file, row: parent.row, list: parent.list, rawName: name },
    ...{ name: name.replace(/\s*\(([^()]*)\)$/, ''), aliases: shortForm(name) },
    ...{ country: null, countries: [], citation: parent.citation, confidence: 'secondary' as const },
    listingNote: `${note} ${parent.listingNote}`,
    tie: { name: parent.rawName, kind: 'subsidiary' as const, note },
  }));
}

function shortForm(name: string): string[] {
  const short = /\(([^()]*)\)$/.exec(name)?.[1]?.replace(/^formerly\s+/, '');
  return short === undefined || short === '' ? [] : [short];
}
