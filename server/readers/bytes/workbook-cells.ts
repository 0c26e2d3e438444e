import { broken } from './broken.ts';
import type { XmlElement } from './xml.ts';

/** What the format of a cell says about its number. */
type NumberKind = 'plain' | 'date' | 'percent';

/** Formats of a workbook. */
export interface Styles {
  /** By the index that a cell gives. */
  readonly kinds: readonly NumberKind[];
  /** Days are counted from 1904, as on old Macintoshes, not from 1900. */
  readonly is1904: boolean;
}

/** @param elements `numFmt` and `cellXfs` of the styles, in their order */
export function stylesOf(elements: readonly XmlElement[], is1904: boolean): Styles {
  const codes = new Map(
    elements
      .filter(({ name }) => name === 'numFmt')
      .map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']),
  );
  const formats = elements.filter(({ name }) => name === 'cellXfs').flatMap(({ children }) => children);
  const kinds = formats.map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return kindOf(id, codes.get(id));
  });
  return { kinds, is1904 };
}

/** Numbers of the built-in formats are those of ECMA-376 part 1, 18.8.30. */
function kindOf(id: number, code: string | undefined): NumberKind {
  if (code !== undefined) {
    const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
    if (bare.includes('%')) return 'percent';
    return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'plain';
  }
  if (id === 9 || id === 10) return 'percent';
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

interface CellContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly row: number;
}

/**
 * The value of a cell as text.
 *
 * @throws InputError when a formula has no value kept with it, or is one that Excel could not work out
 */
export function cellText(cell: XmlElement, { strings, styles, row }: CellContext): string {
  const type = cell.attributes.t ?? 'n';
  if (type === 'inlineStr') return inside(cell, 'is') ?? '';
  const value = inside(cell, 'v');
  const isFormula = inside(cell, 'f') !== undefined;
  if (type === 'e' || (isFormula && value === undefined)) throw noValue(cell, row, value);
  if (type === 's') return strings[Number(value ?? -1)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  return type === 'n' ? numberText(value ?? '', kindOfCell(cell, styles), styles.is1904) : (value ?? '');
}

function inside(cell: XmlElement, name: string): string | undefined {
  return cell.children.find((child) => child.name === name)?.text;
}

function noValue(cell: XmlElement, row: number, error: string | undefined): Error {
  return broken({
    row: `row ${row}`,
    field: cell.attributes.r ?? '',
    message: error === undefined ? 'has a formula without a value.' : `holds the error ${error}.`,
    fix: 'Open the workbook, correct the formula or put its value there, and save it.',
  });
}

function kindOfCell(cell: XmlElement, { kinds }: Styles): NumberKind {
  return kinds[Number(cell.attributes.s ?? 0)] ?? 'plain';
}

/** Excel writes 0.333 as 0.33300000000000002: the shortest text of the same double is what was typed. */
function numberText(value: string, kind: NumberKind, is1904: boolean): string {
  if (value.trim() === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (kind === 'date') return dateText(number, is1904);
  return kind === 'percent' ? `${timesTenTo(number, 2)}%` : timesTenTo(number, 0);
}

/** A number times 10 to the `power`, without exponent and without rounding. */
function timesTenTo(number: number, power: number): string {
  if (number === 0) return '0';
  const [mantissa = '0', exponent = '0'] = Math.abs(number).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = 1 + Number(exponent) + power;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const after = padded.slice(at).replace(/0+$/, '');
  return `${number < 0 ? '-' : ''}${padded.slice(0, at)}${after === '' ? '' : `.${after}`}`;
}

const DAY = 86_400_000;

/** Excel's count of days takes 1900 for a leap year: from 61 on it is one day ahead. */
function dateText(number: number, is1904: boolean): string {
  const days = is1904 ? number + 1462 : number;
  if (days < 1 || days > 2_958_465) return String(number);
  if (Math.floor(days) === 60) return '1900-02-29';
  const start = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const text = new Date(start + Math.round(days * DAY)).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
