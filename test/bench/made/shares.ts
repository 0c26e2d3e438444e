import type { Random } from '../random.ts';

/** 100 percent, in hundredths of a percent. */
export const WHOLE = 10_000;

/** A share as a register would publish it, and what is really held, in hundredths of a percent. */
interface MadeShare {
  readonly held: number;
  readonly min: number;
  readonly max: number;
}

const UNKNOWN = 0.12;
const BANDED = 0.35;
const HALVES = 0.05;
const BAND = WHOLE / 4;

/**
 * Takes a fifth or more of what is left. One in twenty is exactly half, where the rules turn. Of all, 12 % are published
 * as unknown, 23 % as a band of a quarter, the rest exactly; the lower bound is never above what is held.
 *
 * @param left what earlier owners of the same party left, in hundredths of a percent
 */
export function makeShare(left: number, random: Random): MadeShare {
  const isHalf = random.chance(HALVES) && left >= WHOLE / 2;
  const held = isHalf ? WHOLE / 2 : Math.floor(left * (0.2 + 0.8 * random.next()));
  const kind = random.next();
  if (kind < UNKNOWN) return { held, min: 0, max: WHOLE };
  if (kind >= BANDED) return { held, min: held, max: held };
  const min = BAND * Math.min(3, Math.floor(held / BAND));
  return { held, min, max: min + BAND };
}
