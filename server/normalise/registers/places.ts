import { countryToday } from '../../facts/countries.ts';

/**
 * The country of a jurisdiction: `US` for `US-DE`, `GB` for `gb` and `gb-sct`; null for `suhh`, `eu` and all unknown.
 * Former codes give the country of today where that is one: `GB` for `uk`, null for `su`.
 */
export function countryOf(code: string | undefined): string | null {
  const country = /^([A-Za-z]{2})([-_][A-Za-z0-9]{1,3})?$/.exec(code?.trim() ?? '')?.[1]?.toUpperCase();
  return country === undefined ? null : countryToday(country);
}

/** As a field of a party; none when unknown. */
export function jurisdictionField(code: string | undefined): { readonly jurisdiction?: string } {
  const jurisdiction = countryOf(code);
  return jurisdiction === null ? {} : { jurisdiction };
}

/** The number of a company at Companies House: eight signs, with leading zeros that other registers leave out. */
export function companyNumber(text: string): string {
  const number = text.trim().toUpperCase();
  return /^\d{1,8}$/.test(number) ? number.padStart(8, '0') : number;
}

/** Signs that no id of a party may hold are written as `_`. */
export function partyId(register: string, key: string): string {
  return `${register}/${key.trim().replace(/,/g, '_')}`.slice(0, 300);
}
