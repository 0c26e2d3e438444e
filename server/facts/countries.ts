import { FORMER_COUNTRIES } from './former-countries.ts';

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes that the names know and that are no countries: groupings, private use, unknown. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/**
 * True for an assigned ISO 3166-1 alpha-2 code in capitals (`XK` for Kosovo is accepted as the usual stand-in). Former and
 * reserved codes are none: `SU`, `FX`, `UK`.
 */
export function isCountryCode(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRIES.has(code) || Object.hasOwn(FORMER_COUNTRIES, code))
    return false;
  return countryName(code) !== '';
}

/** The code of today: the same, or that of the one country which a former code went to; null where it is not one. */
export function countryToday(code: string): string | null {
  if (isCountryCode(code)) return code;
  const { now = [] } = Object.hasOwn(FORMER_COUNTRIES, code) ? (FORMER_COUNTRIES[code] ?? {}) : {};
  return now.length === 1 ? (now[0] ?? null) : null;
}

/** Why a text is no country code, in words; of a former code also what it stood for, and what to give. */
export function whyNoCountry(code: string): string {
  const former = Object.hasOwn(FORMER_COUNTRIES, code) ? FORMER_COUNTRIES[code] : undefined;
  if (former === undefined) return 'is not an ISO 3166-1 alpha-2 code such as CN';
  const today = former.now.length === 1 ? former.now[0] : `one of ${former.now.join(', ')}`;
  return `is not a code of today: it stands for ${former.was}, now ${today}`;
}

/** English name of a country code; empty when the code is unknown. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? '';
  } catch {
    return '';
  }
}
