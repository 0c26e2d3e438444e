import { isPercentText, type ShareBounds } from '../../facts/share.ts';

/**
 * A percentage of FollowTheMoney, which is free text: `50`, `50%`, `12,5 %`, `25-50`, `25% to 50%`, `>50`, `at least 50`.
 * Null for all else: the share is then unknown and the text is kept in the note, never guessed.
 */
export function percentOf(text: string): string | ShareBounds | null {
  const plain = text
    .trim()
    .replace(/\s*(%|percent|per cent)\s*/gi, ' ')
    .replace(/(\d),(\d{1,2})(?!\d)/g, '$1.$2')
    .trim();
  if (isPercentText(plain)) return plain;
  const range = /^(\d+(?:\.\d+)?)\s*(?:-|\u2013|to)\s*(\d+(?:\.\d+)?)$/.exec(plain);
  if (range !== null) return { min: range[1], max: range[2] };
  const limit = /^(>=|>|<=|<|over|more than|at least|under|less than|up to)\s*(\d+(?:\.\d+)?)$/i.exec(plain);
  return limit === null ? null : limited(limit[1]?.toLowerCase() ?? '', limit[2] ?? '');
}

function limited(word: string, value: string): ShareBounds {
  if (['>', 'over', 'more than'].includes(word)) return { min: value, exclusiveMin: true };
  if (['>=', 'at least'].includes(word)) return { min: value };
  return ['<=', 'up to'].includes(word) ? { max: value } : { max: value, exclusiveMax: true };
}
