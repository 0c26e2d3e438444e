const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes that the names know and that are no countries: groupings, private use, unknown. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** True for an assigned ISO 3166-1 alpha-2 code in capitals (`XK` for Kosovo is accepted as the usual stand-in). */
export function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.has(code) && countryName(code) !== '';
}

/** English name of a country code; empty when the code is unknown. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? '';
  } catch {
    return '';
  }
}
