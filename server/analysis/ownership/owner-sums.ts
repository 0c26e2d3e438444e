import {
  type FlatOwnership,
  TIE,
  TIE_CODES,
  TIE_WEAK,
  type TickArray,
} from '../../projection/flat-ownership.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { BIT } from './standing.ts';
import { POWER, tiePowers } from './tie-power.ts';

/** Sums kept for one party: each of `SUM` in ticks. */
export const SUM = {
  all: 0,
  certain: 1,
  perhapsMax: 2,
  perhapsMin: 3,
  firmMax: 4,
  firmMin: 5,
  circularMax: 6,
  circularMin: 7,
  firmCircularMax: 8,
  firmCircularMin: 9,
} as const;
export const SUMS = 10;

const CODE = TIE_CODES - 1;

/** What sums read of a tie, wherever ties are kept: by their places in the flat arrays, or in a swept graph's links. */
export interface TieColumns {
  /** The byte of a tie in its lowest bits. */
  readonly code: Uint8Array | TickArray;
  readonly min: TickArray;
  readonly max: TickArray;
  readonly firmMax: TickArray;
  /** The place of a tie in the flat arrays. */
  readonly tieAt: (at: number) => number;
}

/** Ties by their places in the flat arrays. */
export function flatColumns({ tie, min, max, firmMax }: FlatOwnership): TieColumns {
  return { code: tie, min, max, firmMax, tieAt: (at) => at };
}

export type TestOfTies = Pick<RegimeTest, 'control' | 'branches'>;

/**
 * What the owners of one party hold together, by what they are. Direct holdings only; nothing is multiplied (Supp.
 * No. 8 to Part 744; OFAC FAQ 401). Owners come and go one by one, so a date costs only the ties that change on it.
 */
export abstract class OwnerSums {
  /** How many ties bear on the party: restricted owners, or ones that cannot be excluded, through ties that count. */
  bearing = 0;
  readonly #code: TieColumns['code'];
  readonly #control: boolean;
  readonly #lower: Uint8Array;
  readonly #upper: Uint8Array;
  readonly #firm: Uint8Array;
  /** How many ties restrict by themselves, by the bit that their owners have. */
  #certainTies = 0;
  #perhapsTies = 0;
  #firmTies = 0;
  #circularTies = 0;
  #firmCircularTies = 0;

  constructor({ code }: TieColumns, test: TestOfTies) {
    this.#code = code;
    this.#control = test.control;
    this.#lower = tiePowers(test, 'lower');
    this.#upper = tiePowers(test, 'upper');
    this.#firm = tiePowers(test, 'firm-upper');
  }

  /** Starts anew, for a party. */
  reset(party: number): void {
    this.bearing = 0;
    this.#certainTies = 0;
    this.#perhapsTies = 0;
    this.#firmTies = 0;
    this.#circularTies = 0;
    this.#firmCircularTies = 0;
    this.clear(party);
  }

  /** Does a tie with this byte count, so that it bears on the party when its owner is restricted? */
  counts(code: number): boolean {
    return this.#control || (code & ~TIE_WEAK) !== TIE.control;
  }

  /** Adds a tie that holds (sign 1) or takes it away (sign -1). */
  apply(at: number, bits: number, sign: 1 | -1): void {
    const code = (this.#code[at] ?? 0) & CODE;
    const isRestricted = (bits & BIT.circular) !== 0;
    if ((code & ~TIE_WEAK) === TIE.holding) {
      if (isRestricted) this.bearing += sign;
      this.applyShare(at, bits, (code & TIE_WEAK) === 0, sign);
    } else if (isRestricted) {
      if (this.counts(code)) this.bearing += sign;
      this.#applyTie(code, bits, sign);
    }
  }

  /** The bits that follow from the sums, without the party's own listings. */
  bits(): number {
    if (this.bearing === 0) return 0;
    // Whatever reaches the threshold is among this.
    if (this.#circularTies === 0 && !this.reaches(SUM.circularMax)) return BIT.speaks;
    let bits: number = BIT.speaks;
    if (this.#certainTies > 0 || this.reaches(SUM.certain)) bits |= BIT.certain;
    if (this.#perhapsTies > 0 || this.mayReach(SUM.perhapsMax, SUM.perhapsMin)) bits |= BIT.perhaps;
    if (this.#firmTies > 0 || this.mayReach(SUM.firmMax, SUM.firmMin)) bits |= BIT.firm;
    if (this.#circularTies > 0 || this.mayReach(SUM.circularMax, SUM.circularMin)) bits |= BIT.circular;
    if (this.#firmCircularTies > 0 || this.mayReach(SUM.firmCircularMax, SUM.firmCircularMin))
      bits |= BIT.firmCircular;
    return bits;
  }

  /** A mark of what all owners hold for certain: equal marks for equal sums of one party. */
  abstract mark(): number | bigint;
  protected abstract clear(party: number): void;
  /** Adds the share of a holding, or takes it away, in every sum that its owner's bits name. */
  protected abstract applyShare(at: number, bits: number, isFirm: boolean, sign: 1 | -1): void;
  protected abstract reaches(sum: number): boolean;
  /** As `reaches`, where other owners' certain shares leave enough of 100 percent; they always do beyond that. */
  protected abstract mayReach(most: number, least: number): boolean;

  #applyTie(code: number, bits: number, sign: 1 | -1): void {
    if (this.#lower[code] === POWER.whole && (bits & BIT.certain) !== 0) this.#certainTies += sign;
    if (this.#upper[code] === POWER.whole) {
      this.#circularTies += sign;
      if ((bits & BIT.perhaps) !== 0) this.#perhapsTies += sign;
    }
    if (this.#firm[code] !== POWER.whole) return;
    if ((bits & BIT.firm) !== 0) this.#firmTies += sign;
    if ((bits & BIT.firmCircular) !== 0) this.#firmCircularTies += sign;
  }
}
