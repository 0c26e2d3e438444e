import { crc32, deflateRawSync } from 'node:zlib';

/** One file for a zip. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Says this of its size in place of the truth. */
  readonly claims?: number;
  readonly isEncrypted?: boolean;
}

/** A zip file (PKWARE APPNOTE 6.3: local headers, central directory, its end), made without any library. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const content = Buffer.from(file.content);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800 | (file.isEncrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(file.claims ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, more, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** A cell of a made workbook: text, a number with the index of its style, or raw XML. */
export type Cell = string | { readonly n: string; readonly style?: number } | { readonly xml: string } | null;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Excel workbook: texts are shared, styles are 0 plain, 1 a day, 2 percent, 3 a day by its own code. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  settings = '',
): Buffer {
  const shared: string[] = [];
  const names = Object.keys(sheets);
  const parts = Object.values(sheets).map((rows) => {
    const xml = rows.map((cells, index) => rowXml(cells, index + 1, shared)).join('');
    return `<worksheet><sheetData>${xml}</sheetData></worksheet>`;
  });
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const others = ['styles', 'sharedStrings'].map(
    (kind) => `<Relationship Id="${kind}" Type="${RELATIONS}/${kind}" Target="${kind}.xml"/>`,
  );
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `<workbook>${settings}<sheets>${list.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<R>${relations.join('')}${others.join('')}</R>` },
    { name: 'xl/styles.xml', content: STYLES },
    { name: 'xl/sharedStrings.xml', content: `<sst>${shared.join('')}</sst>` },
    ...parts.map((content, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content })),
  ]);
}

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/></numFmts>
<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

function rowXml(cells: readonly Cell[], row: number, shared: string[]): string {
  if (cells.length === 0) return '';
  const inner = cells.map((cell, at) => {
    const place = `r="${String.fromCharCode(65 + at)}${row}"`;
    if (cell === null) return '';
    if (typeof cell === 'string') {
      shared.push(`<si><t>${cell}</t><rPh><t>aid</t></rPh></si>`);
      return `<c ${place} t="s"><v>${shared.length - 1}</v></c>`;
    }
    if ('xml' in cell) return cell.xml.replace('<c', `<c ${place}`);
    return `<c ${place} s="${cell.style ?? 0}"><v>${cell.n}</v></c>`;
  });
  return `<row r="${row}">${inner.join('')}</row>`;
}
