import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const toSimplified: (text: string) => string = Converter({ from: 't', to: 'cn' });
const HAN = /\p{Script=Han}/u;
const HAN_RUN = /\p{Script=Han}+/gu;

/**
 * A name folded for comparison: width and accents folded, traditional to simplified characters, lower case,
 * punctuation to single blanks. Never shown, never an id.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .normalize('NFC');
  const simplified = HAN.test(plain) ? toSimplified(plain) : plain;
  return simplified
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** Pinyin of the Chinese parts of a name, once by syllable and once run together; empty when it has none. */
export function romanise(name: string): string[] {
  if (!HAN.test(name)) return [];
  const runs = toSimplified(name).match(HAN_RUN) ?? [];
  const syllables = runs.map((run) => pinyin(run, { toneType: 'none', type: 'array' }));
  return [...new Set(syllables.flatMap((parts) => [parts.join(' '), parts.join('')]))];
}

/**
 * The text that the full-text index holds for a thing: every name folded, and its pinyin, so that
 * `华为`, `華為`, `Huawei` and `hua wei` find the same party.
 */
export function searchText(names: readonly string[]): string {
  const folded = names.map(foldName);
  return [...new Set([...folded, ...names.flatMap(romanise)])].filter((text) => text !== '').join(' | ');
}

/**
 * The key under which two addresses are the same: folded, and only when the text is specific enough to name a
 * building. A bare city or country joins nobody, so it has no key.
 *
 * @returns the key, or null when the address is not specific
 */
export function addressKey(address: string): string | null {
  const folded = foldName(address);
  const isExact = folded.split(' ').length >= 4 || (folded.match(/\p{Script=Han}/gu)?.length ?? 0) >= 8;
  return /\d/.test(folded) && isExact ? folded : null;
}
