import { TIE, TIE_WEAK, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import { type OwnerSums, SUM, SUMS, type TestOfTies } from './owner-sums.ts';
import { BIT } from './standing.ts';
import { LINK, type SweptGraph } from './sweep-graph.ts';
import { POWER, tiePowers } from './tie-power.ts';

/** What a sweep asks of the sums over one party's owners, tie by tie. */
export interface SweepSums {
  /** How many ties bear on the party. */
  readonly bearing: number;
  reset(party: number): void;
  /** Adds a tie that holds (sign 1) or takes it away (sign -1). */
  apply(link: number, bits: number, sign: 1 | -1): void;
  /** Does a tie to an owner with these bits bear on the party? */
  bears(link: number, bits: number): boolean;
  /** The bits that follow from the sums. */
  bits(): number;
  /** A mark of what all owners hold for certain. */
  mark(): number | bigint;
}

/** How many ties restrict by themselves, by the bit that their owners have: kept after the sums. */
const WHOLE = {
  certain: SUMS,
  perhaps: SUMS + 1,
  firm: SUMS + 2,
  circular: SUMS + 3,
  firmCircular: SUMS + 4,
} as const;
const SIZE = SUMS + 5;

/**
 * The sums of `OwnerSums` in ticks of the graph, read from a swept graph's links: the inner loop of every sweep, so
 * plain arrays and no call for each sum. `OwnerSums` says what they mean.
 */
export class LinkSums implements SweepSums {
  bearing = 0;
  readonly #sums: TickArray;
  readonly #links: TickArray;
  readonly #control: boolean;
  readonly #lower: Uint8Array;
  readonly #upper: Uint8Array;
  readonly #firm: Uint8Array;
  readonly #whole: number;
  readonly #needed: number;

  /** @param needed the fewest ticks with which a party counts as held */
  constructor({ flat, links }: SweptGraph, test: TestOfTies, needed: number) {
    this.#sums = tickArray(SIZE, flat.whole, flat.maxOwners);
    this.#links = links;
    this.#control = test.control;
    this.#lower = tiePowers(test, 'lower');
    this.#upper = tiePowers(test, 'upper');
    this.#firm = tiePowers(test, 'firm-upper');
    this.#whole = flat.whole;
    this.#needed = needed;
  }

  reset(): void {
    this.bearing = 0;
    const sums = this.#sums;
    for (let sum = 0; sum < SIZE; sum += 1) sums[sum] = 0;
  }

  mark(): number {
    return this.#sums[SUM.all] ?? 0;
  }

  bears(link: number, bits: number): boolean {
    if ((bits & BIT.circular) === 0) return false;
    return this.#control || ((this.#links[link] ?? 0) & LINK.code & ~TIE_WEAK) !== TIE.control;
  }

  apply(link: number, bits: number, sign: 1 | -1): void {
    const code = (this.#links[link] ?? 0) & LINK.code;
    const bears = (bits & BIT.circular) !== 0;
    if ((code & ~TIE_WEAK) !== TIE.holding) {
      if (bears) this.#applyTie(code, bits, sign);
      return;
    }
    const sums = this.#sums;
    const min = sign * (this.#links[link + LINK.min] ?? 0);
    sums[SUM.all] = (sums[SUM.all] ?? 0) + min;
    if (!bears) return;
    this.bearing += sign;
    const max = sign * (this.#links[link + LINK.max] ?? 0);
    sums[SUM.circularMax] = (sums[SUM.circularMax] ?? 0) + max;
    sums[SUM.circularMin] = (sums[SUM.circularMin] ?? 0) + min;
    if ((bits & BIT.perhaps) !== 0) {
      sums[SUM.perhapsMax] = (sums[SUM.perhapsMax] ?? 0) + max;
      sums[SUM.perhapsMin] = (sums[SUM.perhapsMin] ?? 0) + min;
    }
    if ((bits & BIT.certain) !== 0) sums[SUM.certain] = (sums[SUM.certain] ?? 0) + min;
    if ((code & TIE_WEAK) === 0) this.#applyFirm(bits, min, sign * (this.#links[link + LINK.firmMax] ?? 0));
  }

  #applyFirm(bits: number, min: number, max: number): void {
    const sums = this.#sums;
    if ((bits & BIT.firm) !== 0) {
      sums[SUM.firmMax] = (sums[SUM.firmMax] ?? 0) + max;
      sums[SUM.firmMin] = (sums[SUM.firmMin] ?? 0) + min;
    }
    if ((bits & BIT.firmCircular) !== 0) {
      sums[SUM.firmCircularMax] = (sums[SUM.firmCircularMax] ?? 0) + max;
      sums[SUM.firmCircularMin] = (sums[SUM.firmCircularMin] ?? 0) + min;
    }
  }

  #applyTie(code: number, bits: number, sign: 1 | -1): void {
    const sums = this.#sums;
    const count = (at: number): void => {
      sums[at] = (sums[at] ?? 0) + sign;
    };
    if (this.#control || (code & ~TIE_WEAK) !== TIE.control) this.bearing += sign;
    if (this.#lower[code] === POWER.whole && (bits & BIT.certain) !== 0) count(WHOLE.certain);
    if (this.#upper[code] === POWER.whole) {
      count(WHOLE.circular);
      if ((bits & BIT.perhaps) !== 0) count(WHOLE.perhaps);
    }
    if (this.#firm[code] !== POWER.whole) return;
    if ((bits & BIT.firm) !== 0) count(WHOLE.firm);
    if ((bits & BIT.firmCircular) !== 0) count(WHOLE.firmCircular);
  }

  bits(): number {
    if (this.bearing === 0) return 0;
    const sums = this.#sums;
    const needed = this.#needed;
    const all = sums[SUM.all] ?? 0;
    // What others hold for certain is not free for restricted owners, unless the rows add up to more than 100 percent.
    const free = all > this.#whole ? Number.POSITIVE_INFINITY : this.#whole - all;
    const reaches = (whole: number, most: number, least: number): boolean =>
      (sums[whole] ?? 0) > 0 || ((sums[most] ?? 0) >= needed && free + (sums[least] ?? 0) >= needed);
    let bits: number = BIT.speaks;
    if ((sums[WHOLE.certain] ?? 0) > 0 || (sums[SUM.certain] ?? 0) >= needed) bits |= BIT.certain;
    if (reaches(WHOLE.perhaps, SUM.perhapsMax, SUM.perhapsMin)) bits |= BIT.perhaps;
    if (reaches(WHOLE.firm, SUM.firmMax, SUM.firmMin)) bits |= BIT.firm;
    if (reaches(WHOLE.circular, SUM.circularMax, SUM.circularMin)) bits |= BIT.circular;
    if (reaches(WHOLE.firmCircular, SUM.firmCircularMax, SUM.firmCircularMin)) bits |= BIT.firmCircular;
    return bits;
  }
}

/** The sums of a party whose shares have more digits than ticks hold, by the links of a swept graph. */
export class OddSums implements SweepSums {
  readonly #links: TickArray;
  readonly #exact: OwnerSums;

  constructor(links: TickArray, exact: OwnerSums) {
    this.#links = links;
    this.#exact = exact;
  }

  get bearing(): number {
    return this.#exact.bearing;
  }

  reset(party: number): void {
    this.#exact.reset(party);
  }

  apply(link: number, bits: number, sign: 1 | -1): void {
    this.#exact.apply(this.#links[link + LINK.tie] ?? 0, bits, sign);
  }

  bears(link: number, bits: number): boolean {
    return this.#exact.bears(this.#links[link + LINK.tie] ?? 0, bits);
  }

  bits(): number {
    return this.#exact.bits();
  }

  mark(): number | bigint {
    return this.#exact.mark();
  }
}
