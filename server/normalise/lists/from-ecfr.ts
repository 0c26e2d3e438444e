import { type EcfrRow, ecfrXml } from '../../readers/formats/ecfr-xml.ts';
import { caseRowsOf } from './case-rows.ts';
import { citationsOf } from './citations.ts';
import { countryCode } from './country-names.ts';
import { ecfrEntity } from './ecfr-entity.ts';
import { BLANK_ENTRY, type CaseRows, type ListEntry, type ListFile } from './entry.ts';
import { footnotesOf } from './footnotes.ts';
import { isAddressOnly, listedName, tidy } from './list-names.ts';
import { seriesIn } from './renderings.ts';

/** Rows of Supplement No. 4 or No. 7 to Part 744 as rows of a case file. */
export function fromEcfr(file: ListFile<EcfrRow>): CaseRows {
  return caseRowsOf(ecfrEntries(file), { ...file, seriesOf: (list) => seriesIn(ecfrXml.id, list) });
}

/** The same one by one, for comparing one rendering of a list with another. */
export function ecfrEntries({ file, rows }: ListFile<EcfrRow>): ListEntry[] {
  return rows.map(({ row, value }) => {
    const entity = ecfrEntity(value.entity);
    const code = countryCode(value.country);
    const { name, parent, tie } = listedName(entity.name);
    return {
      ...BLANK_ENTRY,
      ...{ file, row, list: value.list, rawName: entity.name, name },
      aliases: entity.aliases,
      country: code,
      countries: code === null ? [] : [code],
      seeAlso: entity.seeAlso,
      addresses: entity.addresses,
      roles: isAddressOnly(name) ? ['listed address'] : [],
      ...firstCited(value.citation),
      footnotes: footnotesOf(value.requirement),
      licenceRequirement: tidy(value.requirement),
      reviewPolicy: tidy(value.policy),
      tie:
        parent === null || tie === null
          ? null
          : { name: parent, kind: tie, note: `The list prints: ${entity.name}` },
    };
  });
}

/**
 * The start of a listing as far as a citation tells: the day on which the first rule cited was published. It took effect
 * some days before or after, so that the day is inferred, and said to be.
 */
export function firstCited(
  text: string,
): Pick<ListEntry, 'citation' | 'from' | 'fromConfidence' | 'listingNote'> {
  const from = citationsOf(text)[0]?.date ?? null;
  const citation = tidy(text.replaceAll('\n', ' ').replaceAll('preview citation details', ''));
  if (from === null) return { citation, from, fromConfidence: 'verified', listingNote: '' };
  const listingNote = `The start is the day of publication of the first citation, ${from}.`;
  return { citation, from, fromConfidence: 'inferred', listingNote };
}
