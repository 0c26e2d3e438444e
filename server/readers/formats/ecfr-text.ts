import { isDate } from '../../facts/dates.ts';
import type { XmlElement } from '../bytes/xml.ts';

/** Text of a cell: breaks and paragraphs as ends of lines, all other marks as their text, blanks collapsed. */
export function cellText(cell: XmlElement): string {
  return rawText(cell)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function rawText({ content }: XmlElement): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll(/\s/g, ' ');
      if (/^br$/i.test(part.name)) return '\n';
      return /^(?:P|FP.*|LI)$/i.test(part.name) ? `${rawText(part)}\n` : rawText(part);
    })
    .join('');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Aug. 15, 2024`, `June 10, 2026` or `03 Jun 2021` as a day; null when it is none. */
export function monthDate(text: string): string | null {
  const match =
    /\b(?<month>[A-Z][a-z]{2})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})\b/.exec(text) ??
    /\b(?<day>\d{1,2})\s+(?<month>[A-Z][a-z]{2})[a-z]*\.?\s+(?<year>\d{4})\b/.exec(text);
  const { month = '', day = '', year = '' } = match?.groups ?? {};
  const index = MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${String(index).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
