import { Buffer } from 'node:buffer';
import type { Bytes } from '../reader.ts';
import { broken, nameFile } from './broken.ts';
import type { Limits } from './limits.ts';
import type { Stored } from './stored.ts';
import { cellText, type Styles, stylesOf } from './workbook-cells.ts';
import { type XmlElement, xmlElements } from './xml.ts';
import { zipMember } from './zip.ts';

/** Columns of one sheet; beyond it is formatting gone astray. */
const MAX_COLUMNS = 1_000;

/** One sheet of a workbook as CSV, so that whoever reads CSV reads Excel: line 5 is row 5 of the sheet. */
export interface Sheet {
  /** `findings.xlsx/Holdings` */
  readonly file: string;
  readonly bytes: Bytes;
}

/** @param names of the files in a zip */
export function isWorkbook(names: readonly string[]): boolean {
  return names.includes('xl/workbook.xml');
}

/** @throws InputError for what office programs save in a zip and is not read */
export function refuseOtherOffice(names: readonly string[]): void {
  const kind = names.includes('xl/workbook.bin')
    ? 'binary Excel (.xlsb)'
    : names.includes('word/document.xml')
      ? 'Word'
      : names.includes('META-INF/manifest.xml') && names.includes('content.xml')
        ? 'OpenDocument'
        : null;
  if (kind === null) return;
  const fix = 'Open it and save it as .xlsx or as CSV UTF-8.';
  throw broken({ message: `is a file of ${kind}, which is not read.`, fix });
}

/**
 * The sheets of an Excel workbook (Office Open XML, ECMA-376 part 1, 18.2 to 18.4 and 18.8) that hold anything. Values
 * are those that Excel kept with its formulas; days come as YYYY-MM-DD, percentages as `50%`, both by the format of the
 * cell; an end of line inside of a cell as a blank.
 *
 * @throws InputError when a part is missing or damaged, or nothing is in it
 */
export async function openWorkbook(stored: Stored, limits: Limits): Promise<readonly Sheet[]> {
  const part = (name: string): Bytes => zipMember(stored.path, name, limits);
  const [sheets, targets] = await Promise.all([
    collect(part('xl/workbook.xml'), ['sheet', 'workbookPr']),
    collect(part('xl/_rels/workbook.xml.rels'), ['Relationship']),
  ]);
  const partOf = (id: string | undefined): string => targetOf(targets, (each) => each.attributes.Id === id);
  const strings = targets.some(isOf('sharedStrings')) ? targetOf(targets, isOf('sharedStrings')) : null;
  const styles = targets.some(isOf('styles')) ? targetOf(targets, isOf('styles')) : null;
  const is1904 = sheets.some(({ attributes }) => /^(1|true)$/.test(attributes.date1904 ?? ''));
  const context: Context = {
    strings: strings === null ? [] : (await collect(part(strings), ['si'])).map(stringOf),
    styles: stylesOf(styles === null ? [] : await collect(part(styles), ['numFmt', 'cellXfs']), is1904),
  };
  const found = sheets
    .filter(({ name }) => name === 'sheet')
    .map(({ attributes }) => ({ name: attributes.name ?? '', part: partOf(attributes['r:id']) }))
    .map((sheet) => ({
      file: `${stored.file}/${sheet.name}`,
      bytes: { [Symbol.asyncIterator]: () => csvOf(part(sheet.part), context) },
    }));
  const filled = await Promise.all(found.map(async (sheet) => ((await isFilled(sheet)) ? [sheet] : [])));
  if (filled.flat().length === 0)
    throw broken({ message: 'The workbook is empty.', fix: 'Fill a sheet, and save it.' });
  return filled.flat();
}

interface Context {
  readonly strings: readonly string[];
  readonly styles: Styles;
}

async function collect(bytes: Bytes, names: readonly string[]): Promise<XmlElement[]> {
  const found: XmlElement[] = [];
  for await (const element of xmlElements(bytes, names)) found.push(element);
  return found;
}

const isOf =
  (kind: string) =>
  ({ attributes }: XmlElement): boolean =>
    attributes.Type?.endsWith(`/${kind}`) === true;

/** The path in the zip of what a relationship points at. */
function targetOf(targets: readonly XmlElement[], wanted: (each: XmlElement) => boolean): string {
  const target = targets.find(wanted)?.attributes.Target;
  if (target === undefined)
    throw broken({
      message: 'The workbook names a sheet that it does not hold.',
      fix: 'Open it and save it again.',
    });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** A shared text: its runs, without the reading aids beside them. */
function stringOf(item: XmlElement): string {
  return item.children
    .filter(({ name }) => name !== 'rPh' && name !== 'phoneticPr')
    .map(({ text }) => text)
    .join('');
}

async function isFilled({ file, bytes }: Sheet): Promise<boolean> {
  try {
    for await (const chunk of bytes) if (Buffer.from(chunk).toString('utf8').trim() !== '') return true;
    return false;
  } catch (error) {
    throw nameFile(error, file);
  }
}

async function* csvOf(bytes: Bytes, context: Context): AsyncGenerator<Uint8Array> {
  let line = 0;
  let width = 0;
  for await (const row of xmlElements(bytes, ['row'])) {
    const number = Number(row.attributes.r ?? line + 1);
    const cells = cellsOf(row, context, number);
    if (cells.length === 0) continue;
    if (number <= line || number > 1_048_576)
      throw broken({
        row: `row ${number}`,
        message: 'is out of order.',
        fix: 'Open the workbook and save it again.',
      });
    width ||= cells.length;
    while (cells.length < width) cells.push('');
    yield Buffer.from(`${'\n'.repeat(number - line - 1)}${cells.map(quoted).join(',')}\n`, 'utf8');
    line = number;
  }
}

/** Texts of a row up to the last that is not empty. */
function cellsOf(row: XmlElement, { strings, styles }: Context, number: number): string[] {
  const cells: string[] = [];
  for (const cell of row.children.filter(({ name }) => name === 'c')) {
    const column = cell.attributes.r === undefined ? cells.length : columnOf(cell.attributes.r);
    const text = cellText(cell, { strings, styles, row: number }).replace(/\s*[\r\n]+\s*/g, ' ');
    if (text === '') continue;
    if (column < cells.length || column >= MAX_COLUMNS)
      throw broken({
        row: `row ${number}`,
        field: cell.attributes.r ?? '',
        message: 'is out of order, or too far to the right.',
        fix: 'Remove what is beside the table, and save the workbook again.',
      });
    while (cells.length < column) cells.push('');
    cells.push(text);
  }
  return cells;
}

/** `C5` is column 2. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
