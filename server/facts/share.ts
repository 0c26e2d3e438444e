import Fraction from 'fraction.js';

/**
 * A share in percent as an exact range (design D5). Text, because it is stored and sent as it is: a decimal
 * (`50.1`) or, where no decimal is exact, a fraction (`100/3`). Bounds are inclusive unless marked exclusive.
 */
export interface Share {
  readonly min: string;
  readonly max: string;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
  /** False when the source gives no share at all: the range is then 0 to 100. */
  readonly stated: boolean;
}

/** Bounds as they stand in a case file. */
export interface ShareBounds {
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly exclusiveMin?: boolean | undefined;
  readonly exclusiveMax?: boolean | undefined;
}

export const UNKNOWN_SHARE: Share = {
  min: '0',
  max: '100',
  minExclusive: false,
  maxExclusive: false,
  stated: false,
};

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/;
const RATIO = /^\d{1,30}\/[1-9]\d{0,29}$/;

/** True for text that is one exact percentage: `50`, `49.999`, `100/3`. */
export function isPercentText(text: string): boolean {
  return text.length <= 60 && (NUMBER.test(text) || RATIO.test(text));
}

/**
 * The exact value of a percentage, from the text of the number so that no digit is lost.
 *
 * @throws RangeError when it is not a number between 0 and 100
 */
function parsePercent(value: string | number): Fraction {
  const text = String(value);
  if (!isPercentText(text)) throw new RangeError(`${text} is not a number`);
  const exact = exactOf(text);
  if (exact.compare(0) < 0 || exact.compare(100) > 0)
    throw new RangeError(`${text} is not between 0 and 100`);
  return exact;
}

/** The value of a number as JSON may write it; the library itself reads no exponents. */
function exactOf(text: string): Fraction {
  const [digits = text, exponent = '0'] = text.split(/e/i);
  const places = Number(exponent);
  const scale = 10n ** BigInt(Math.abs(places));
  const value = new Fraction(digits);
  return places < 0 ? value.div(scale) : value.mul(scale);
}

/**
 * Makes a share from what a case file says.
 *
 * @param value one percentage, or bounds, or undefined for a share that nobody knows
 * @throws RangeError with the reason when the bounds make no sense
 */
export function makeShare(value: string | number | ShareBounds | undefined): Share {
  if (value === undefined) return UNKNOWN_SHARE;
  if (typeof value !== 'object') {
    const exact = formatExact(parsePercent(value));
    return { min: exact, max: exact, minExclusive: false, maxExclusive: false, stated: true };
  }
  const min = parsePercent(value.min ?? 0);
  const max = parsePercent(value.max ?? 100);
  const minExclusive = value.exclusiveMin ?? false;
  const maxExclusive = value.exclusiveMax ?? false;
  const order = min.compare(max);
  if (order > 0) throw new RangeError(`min ${formatExact(min)} is greater than max ${formatExact(max)}`);
  if (order === 0 && (minExclusive || maxExclusive))
    throw new RangeError('the range is empty: its bounds are equal and exclusive');
  return { min: formatExact(min), max: formatExact(max), minExclusive, maxExclusive, stated: true };
}

/** Exact text of a fraction: a decimal where one exists, else `n/d`. */
export function formatExact(value: Fraction): string {
  let places = 0;
  let denominator = value.d;
  for (const prime of [2n, 5n]) {
    let count = 0;
    while (denominator % prime === 0n) {
      denominator /= prime;
      count += 1;
    }
    places = Math.max(places, count);
  }
  if (denominator !== 1n) return `${value.s * value.n}/${value.d}`;
  const digits = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
  return `${value.s < 0n ? '-' : ''}${whole}${part}`;
}

/**
 * A share as it is shown everywhere: `50.1 %`, `25-50 %`, `over 50 %`, `under 50 %`, `?` when nobody states one.
 */
export function showShare(share: Omit<Share, 'stated'> & { readonly stated?: boolean }): string {
  const { min, max } = share;
  if (share.stated === false || (min === '0' && max === '100')) return '?';
  if (min === max) return `${min} %`;
  if (max === '100') return lowerOnly(share);
  return min === '0' ? upperOnly(share) : bothBounds(share);
}

type Bounds = Omit<Share, 'stated'>;

function lowerOnly({ min, minExclusive, maxExclusive }: Bounds): string {
  return `${minExclusive ? 'over' : 'at least'} ${min} %${maxExclusive ? ', not all' : ''}`;
}

function upperOnly({ max, minExclusive, maxExclusive }: Bounds): string {
  return `${minExclusive ? 'some, ' : ''}${maxExclusive ? 'under' : 'up to'} ${max} %`;
}

function bothBounds({ min, max, minExclusive, maxExclusive }: Bounds): string {
  if (minExclusive && maxExclusive) return `between ${min} and ${max} %`;
  if (minExclusive) return `over ${min}, up to ${max} %`;
  return maxExclusive ? `${min} to under ${max} %` : `${min}-${max} %`;
}

/**
 * What shares add up to, in words: `20 %`, `5 to 45 %`, `more than 25 %, at most 50 %`, `25 to less than 50 %`. A bound
 * that is outside the range says so: more than 50 % is not 50 %.
 */
export function showSum({ min, max, minExclusive, maxExclusive }: Bounds): string {
  if (min === max) return `${min} %`;
  if (minExclusive) return `more than ${min} %, ${maxExclusive ? 'less than' : 'at most'} ${max} %`;
  return `${min} to ${maxExclusive ? 'less than ' : ''}${max} %`;
}

/** A percentage as a double, for reading, sorting and drawing; thresholds are tested on the exact text only. */
export function approximate(percent: string): number {
  const [above = '0', below = '1'] = percent.split('/');
  return Number(above) / Number(below);
}
