const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** True for an assigned ISO 3166-1 alpha-2 code in capitals (`XK` for Kosovo is accepted as the usual stand-in). */
export function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && countryName(code) !== '';
}

/** English name of a country code; empty when the code is unknown. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? '';
  } catch {
    return '';
  }
}
