import { countryName } from '../../facts/countries.ts';
import type { CslAddress } from '../../readers/formats/csl-shape.ts';
import { foldName } from '../names.ts';
import { tidy } from './list-names.ts';

/**
 * An address as one line that ends with the English name of its country: the JSON of the Screening List has a code in a
 * field of its own, its CSV the code at the end, the Code of Federal Regulations the name, and the same building must come
 * out as the same text. A bare country is no address.
 *
 * @returns empty when only the country is known
 */
export function addressLine({ address, city, state, postal_code, country }: CslAddress): string {
  const parts = [address, city, state, postal_code].map(tidy).filter((part) => part !== '');
  if (parts.length === 0) return '';
  const line = parts.join(', ');
  const name = country === 'HK' ? 'Hong Kong' : country === '' ? '' : countryName(country) || country;
  if (name === '' || endsWith(line, name)) return line;
  return `${line}, ${name}`;
}

function endsWith(line: string, country: string): boolean {
  const folded = ` ${foldName(line)}`;
  return folded.endsWith(` ${foldName(country)}`);
}
