import type { CslRow } from '../../readers/formats/csl-shape.ts';
import { tidy } from './list-names.ts';

/** What stands among the identifiers and identifies nobody: it is told in words instead. */
const SAID =
  /gender|sanctions? |secondary|determination|prohibited|website|e-?mail|phone|telephone|fax|effective date|listing date|purchase|target type|vessel flag|vessel year|issuer name|organization (?:type|established)|nationality|category|risk/i;

/** Identifiers that are the same whatever country they are given with. */
const WORLDWIDE: Readonly<Record<string, string>> = {
  'legal entity number': 'lei',
  'legal entity identifier': 'lei',
  'swift/bic': 'swift-bic',
  'd-u-n-s number': 'duns',
  isin: 'isin',
  'unified social credit code (uscc)': 'cn-uscc',
  'vessel registration identification': 'imo',
  mmsi: 'mmsi',
};

interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

/** The identifiers of a row, and the rest as one text. */
export function identifiersOf(row: CslRow): { identifiers: Identifier[]; said: string } {
  const identifiers: Identifier[] = [];
  const said: string[] = [];
  for (const { type, number, country } of row.ids) {
    const name = tidy(type).replace(/[:\s-]+$/, '');
    if (tidy(number) === '' || SAID.test(name))
      said.push(name === '' ? tidy(number) : `${name}: ${tidy(number)}`);
    else identifiers.push({ scheme: schemeOf(name, country), value: tidy(number).replace(/^IMO /, '') });
  }
  if (row.call_sign !== '') identifiers.push({ scheme: 'call-sign', value: tidy(row.call_sign) });
  return { identifiers, said: said.length === 0 ? '' : `${said.join('; ')}.` };
}

/** `passport-kp`: numbers are given out by a country each. */
function schemeOf(type: string, country: string): string {
  const worldwide = WORLDWIDE[type.toLowerCase()];
  if (worldwide !== undefined) return worldwide;
  const words = [type, country].filter((part) => part !== '').join(' ');
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
