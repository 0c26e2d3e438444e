import { countryName, countryToday, isCountryCode } from '../../facts/countries.ts';
import { FORMER_COUNTRIES } from '../../facts/former-countries.ts';
import { foldName } from '../names.ts';

/** How lists write countries, where that is not the English name of ISO 3166. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'arab republic of egypt': 'EG',
  bolivia: 'BO',
  bosnia: 'BA',
  brunei: 'BN',
  burma: 'MM',
  'china people s republic of': 'CN',
  'people s republic of china': 'CN',
  'congo democratic republic of': 'CD',
  'congo democratic republic of the': 'CD',
  'cote d ivoire': 'CI',
  'crimea region of ukraine': 'UA',
  'czech republic': 'CZ',
  'democratic people s republic of korea': 'KP',
  england: 'GB',
  'great britain': 'GB',
  'hong kong': 'CN',
  'iran islamic republic of': 'IR',
  'islamic republic of afghanistan': 'AF',
  'islamic republic of iran': 'IR',
  'islamic republic of pakistan': 'PK',
  'korea north': 'KP',
  'korea republic of': 'KR',
  'korea south': 'KR',
  'kyrgyz republic': 'KG',
  lao: 'LA',
  'lao people s democratic republic': 'LA',
  macau: 'MO',
  macedonia: 'MK',
  moldova: 'MD',
  palestinian: 'PS',
  prc: 'CN',
  'republic of lebanon': 'LB',
  'republic of yemen': 'YE',
  'russian federation': 'RU',
  'state of israel': 'IL',
  'syrian arab republic': 'SY',
  'the bahamas': 'BS',
  'the netherlands': 'NL',
  turkey: 'TR',
  'u a e': 'AE',
  uae: 'AE',
  'u k': 'GB',
  uk: 'GB',
  'u s': 'US',
  'u s a': 'US',
  usa: 'US',
  'united states of america': 'US',
  'virgin islands british': 'VG',
  'west bank': 'PS',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountryCode);

/** Countries of former days that are one today. */
const FORMER = Object.entries(FORMER_COUNTRIES).flatMap(([code, { was }]): [string, string][] => {
  const today = countryToday(code);
  return today === null ? [] : [[foldName(was), today]];
});

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...FORMER,
  ...CODES.map((code): [string, string] => [foldName(countryName(code)), code]),
  ...Object.entries(SPELLINGS),
]);

/**
 * ISO code of a country as a list writes it: a code, an English name, a name turned round. Hong Kong is China's, as the
 * export rules treat it; the address still says Hong Kong.
 *
 * @returns null when it is not known as a country
 */
export function countryCode(text: string): string | null {
  const plain = text.trim();
  if (plain === 'HK' || plain === 'CN') return 'CN';
  const today = countryToday(plain);
  if (today !== null) return today;
  const folded = foldName(plain);
  return BY_NAME.get(folded) ?? BY_NAME.get(folded.replace(/^the /, '')) ?? null;
}

/** The country that a text begins with: METI's list runs some into the name that follows. */
export function leadingCountry(text: string): string | null {
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(words.length, 8); count > 0; count -= 1) {
    const code = countryCode(words.slice(0, count).join(' '));
    if (code !== null) return code;
  }
  return null;
}

/** The countries that a text names, such as `Iran, Senegal and the United Kingdom`, in its order. */
export function countriesIn(text: string): string[] {
  const parts = text
    .replaceAll(/[()]/g, ' ')
    .split(/,|;|\band\b/i)
    .map((part) => countryCode(part.replace(/\.\s*$/, '')) ?? countryCode(part));
  return [...new Set(parts.filter((code) => code !== null))];
}
