import type Fraction from 'fraction.js';
import { formatExact } from '../../facts/share.ts';
import type { Bounds } from './integrated-owners.ts';

/** Bounds in percent as text. They are limits: where a source says "over 50 %", the lower one is 50. */
export interface PercentBounds {
  readonly min: string;
  readonly max: string;
  /** True when the exact text would be longer than anybody reads: then `min` is rounded down and `max` up. */
  readonly rounded: boolean;
  /** To read: `25 %`, `43.29… %` (more digits follow), `10 % to 60 %`. */
  readonly shown: string;
}

const LONGEST = 60;
const PLACES = 12;
const SHOWN_PLACES = 4;

/** Parts of one as percentages; the exact text wherever it has at most 60 characters. */
export function percentBounds({ min, max }: Bounds): PercentBounds {
  const [least, most] = [min.mul(100), max.mul(100)];
  const texts = { min: formatExact(least), max: formatExact(most) };
  const shown = [...new Set([cutOff(least), cutOff(most)])].join(' to ');
  const rounded = texts.min.length > LONGEST || texts.max.length > LONGEST;
  if (!rounded) return { ...texts, rounded, shown };
  return { min: formatExact(least.floor(PLACES)), max: formatExact(most.ceil(PLACES)), rounded, shown };
}

/** Digits are cut off, never rounded: 49.999 is no 50. */
function cutOff(percent: Fraction): string {
  const short = percent.floor(SHOWN_PLACES);
  if (short.compare(percent) === 0) return `${formatExact(short)} %`;
  const [whole = '0', places = ''] = formatExact(percent.floor(2)).split('.');
  return `${whole}.${places.padEnd(2, '0')}… %`;
}
