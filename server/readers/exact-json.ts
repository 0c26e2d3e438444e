import { isSafeNumber, parse } from 'lossless-json';

/** A number that may be too long or too small for a double: 15 signs or more, or an exponent of three digits. */
const LONG_NUMBER = /[:,[]\s*-?(?:\d[\d.]{14}|\d[\d.]*[eE][+-]?\d{3})/;

/**
 * JSON whose numbers keep all their digits: one that a double cannot hold exactly comes back as its text, which ids and
 * shares take, and which any other field refuses with a word. As fast as `JSON.parse` where no number is that long.
 *
 * @throws SyntaxError or RangeError as the parsers do
 */
export function exactJson(text: string): unknown {
  return LONG_NUMBER.test(text) || /^\s*-?\d/.test(text) ? losslessJson(text) : JSON.parse(text);
}

/** The same for any text, and refusing a key that comes twice. */
export function losslessJson(text: string): unknown {
  return parse(text, undefined, {
    parseNumber: (digits) => (isExact(digits) ? Number(digits) : digits),
  });
}

/** A double says the same: no digit more, or printed it gives the same text. */
function isExact(digits: string): boolean {
  return isSafeNumber(digits) || String(Number(digits)) === digits;
}
