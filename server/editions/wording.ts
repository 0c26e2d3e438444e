import { isDeepStrictEqual } from 'node:util';

/**
 * What a text says, whatever its spelling: case, width, accents, blanks and punctuation are no difference. `§744.11` and
 * `§ 744.11` say the same. Letters and digits keep their order, so a footnote or a `not` more is a difference.
 */
export function wordingOf(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
  return (folded.match(/\p{Letter}+|\p{Number}+|[%<>=+]/gu) ?? []).join(' ');
}

/** Texts of a field without order, each by its wording. */
export function wordings(texts: readonly string[]): string[] {
  return [...new Set(texts.map(wordingOf))].filter((text) => text !== '').sort();
}

/** Fields in which another spelling is no other statement. */
const WORDED = new Set(['citation', 'licenceRequirement', 'reviewPolicy', 'programs']);

/** True when a field says the same in both: prose by its wording, all else exactly, lists without order. */
export function saysTheSame(field: string, a: unknown, b: unknown): boolean {
  if (isDeepStrictEqual(a, b)) return true;
  if (typeof a === 'string' && typeof b === 'string')
    return WORDED.has(field) && wordingOf(a) === wordingOf(b);
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return isDeepStrictEqual(textsOf(field, a), textsOf(field, b));
}

function textsOf(field: string, values: readonly unknown[]): string[] {
  return values
    .map((value) =>
      typeof value === 'string' && WORDED.has(field) ? wordingOf(value) : JSON.stringify(value),
    )
    .sort();
}

/**
 * The first page of the Federal Register that a listing cites, `89 FR 96837`, which its later amendments leave in place;
 * the empty text when it cites none.
 */
export function firstCitation(citation: string): string {
  const match = /(\d+)\s*F\.?\s*R\.?\s*(\d+)/i.exec(citation);
  return match === null ? '' : `${match[1]} FR ${match[2]}`;
}
