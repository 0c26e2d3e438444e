import type { FederalRegisterRow } from '../../readers/formats/federal-register.ts';
import type { CaseRows, ListFile } from './entry.ts';

/** Rules of the Federal Register as sources, which an edition or a change of it can name. */
export function fromFederalRegister({ file, rows }: ListFile<FederalRegisterRow>): CaseRows {
  return {
    sources: rows.map(({ row, value }) => ({
      file,
      row,
      value: {
        id: `fr/${value.document_number}`,
        title: value.title,
        citation: [value.citation, `FR Doc ${value.document_number}`]
          .filter((part) => part !== '')
          .join('; '),
        ...(value.publication_date === null ? {} : { date: value.publication_date }),
        ...(value.html_url === '' ? {} : { url: value.html_url }),
        note: value.effective_on === null ? 'No day of effect is given.' : `Effective ${value.effective_on}.`,
      },
    })),
  };
}
