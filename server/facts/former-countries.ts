/** A code that ISO 3166-1 no longer assigns, or only reserves: what it stood for, and the codes of today. */
export interface FormerCountry {
  readonly was: string;
  /** One where nothing is lost; several where the country fell apart, and the code alone does not say which it is now. */
  readonly now: readonly string[];
}

/**
 * Codes that programs still know by a name and that are no countries of today: withdrawn (ISO 3166-3) and reserved for a
 * part of a country or another way to write it. `SU` printed as Russia would be a guess.
 */
export const FORMER_COUNTRIES: Readonly<Record<string, FormerCountry>> = {
  AC: { was: 'Ascension Island', now: ['SH'] },
  AN: { was: 'Netherlands Antilles', now: ['BQ', 'CW', 'SX'] },
  BU: { was: 'Burma', now: ['MM'] },
  CP: { was: 'Clipperton Island', now: ['FR'] },
  CQ: { was: 'Sark', now: ['GG'] },
  CS: { was: 'Czechoslovakia, later Serbia and Montenegro', now: ['CZ', 'ME', 'RS', 'SK'] },
  DD: { was: 'German Democratic Republic', now: ['DE'] },
  DG: { was: 'Diego Garcia', now: ['IO'] },
  DY: { was: 'Dahomey', now: ['BJ'] },
  EA: { was: 'Ceuta and Melilla', now: ['ES'] },
  FX: { was: 'Metropolitan France', now: ['FR'] },
  HV: { was: 'Upper Volta', now: ['BF'] },
  IC: { was: 'Canary Islands', now: ['ES'] },
  NH: { was: 'New Hebrides', now: ['VU'] },
  RH: { was: 'Southern Rhodesia', now: ['ZW'] },
  SU: {
    was: 'Soviet Union',
    now: ['AM', 'AZ', 'BY', 'EE', 'GE', 'KG', 'KZ', 'LT', 'LV', 'MD', 'RU', 'TJ', 'TM', 'UA', 'UZ'],
  },
  TA: { was: 'Tristan da Cunha', now: ['SH'] },
  TP: { was: 'East Timor', now: ['TL'] },
  UK: { was: 'United Kingdom', now: ['GB'] },
  VD: { was: 'Democratic Republic of Viet-Nam', now: ['VN'] },
  YD: { was: 'Democratic Yemen', now: ['YE'] },
  YU: { was: 'Yugoslavia', now: ['BA', 'HR', 'ME', 'MK', 'RS', 'SI'] },
  ZR: { was: 'Zaire', now: ['CD'] },
};
