/** Files of lists made in a line, right and ready to be spoilt. */
import { CSL_COLUMNS } from '../../server/readers/formats/csl-columns.ts';
import { ALPHA, BETA, screeningRow } from './made-screening-list.ts';

/** Written only when it is wanted: some are large. */
export type Content = () => string | Uint8Array;

export const A = screeningRow(ALPHA);
export const B = screeningRow(BETA);
export const csl = (...rows: readonly object[]): string => JSON.stringify({ results: rows });

export const HEADER = CSL_COLUMNS.join(',');

/** A line of the Consolidated Screening List as CSV. */
export function line(id: string, cells: Readonly<Record<string, string>>, more = ''): string {
  const own = {
    ...{ _id: id, source: '"Entity List (EL) - Bureau of Industry and Security"', name: 'Made Co' },
    ...{ addresses: '"1 Made Road, Beijing, CN"', start_date: '2024-12-02', ...cells },
  };
  const at = new Map(Object.entries(own));
  return CSL_COLUMNS.map((column) => at.get(column) ?? '').join(',') + more;
}

export const table = (...lines: readonly string[]): string => [HEADER, ...lines].join('\n');
export const TABLE = table(line('1', { name: 'Made One 公司' }), line('2', { name: 'Made Two' }));

/** Supplement No. 4 as the Code prints it, with one entry. */
export function code(entity: string, doctype = ''): string {
  const head = [
    'Country',
    'Entity',
    'License requirement',
    'License review policy',
    'Federal Register citation',
  ];
  const cells = ['CHINA', entity, 'For all items', 'Presumption of denial.', '89 FR 96830, 12/5/24.'];
  const row = (name: string, texts: readonly string[]) =>
    `<TR>${texts.map((text) => `<${name}>${text}</${name}>`).join('')}</TR>`;
  return `<?xml version="1.0"?>${doctype}\n<DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD>
<DIV9 TYPE="APPENDIX"><HEAD>Supplement No. 4 to Part 744—Entity List</HEAD>
<TABLE>${row('TH', head)}\n${row('TD', cells)}</TABLE></DIV9></DIV5>`;
}
