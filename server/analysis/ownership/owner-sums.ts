import {
  type FlatOwnership,
  TIE,
  TIE_WEAK,
  type TickArray,
  tickArray,
} from '../../projection/flat-ownership.ts';
import type { PartyTicks } from '../../projection/tie-ticks.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { BIT } from './standing.ts';
import { POWER, tiePowers } from './tie-power.ts';

/** Sums kept for one party: each of `SUM` in ticks. */
const SUM = {
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
const SUMS = 10;

type TestOfTies = Pick<RegimeTest, 'control' | 'branches'>;

/**
 * What the owners of one party hold together, by what they are. Direct holdings only; nothing is multiplied (Supp.
 * No. 8 to Part 744; OFAC FAQ 401). Owners come and go one by one, so a date costs only the ties that change on it.
 */
export abstract class OwnerSums {
  /** How many ties bear on the party: restricted owners, or ones that cannot be excluded, through ties that count. */
  bearing = 0;
  protected readonly tie: Uint8Array;
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

  constructor(flat: FlatOwnership, test: TestOfTies) {
    this.tie = flat.tie;
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

  /** Does a tie to an owner with these bits bear on the party? */
  bears(tie: number, bits: number): boolean {
    if ((bits & BIT.circular) === 0) return false;
    return this.#control || ((this.tie[tie] ?? 0) & ~TIE_WEAK) !== TIE.control;
  }

  /** Adds a tie that holds (sign 1) or takes it away (sign -1). */
  apply(tie: number, bits: number, sign: 1 | -1): void {
    if (this.bears(tie, bits)) this.bearing += sign;
    const code = this.tie[tie] ?? 0;
    if ((code & ~TIE_WEAK) === TIE.holding) this.applyShare(tie, bits, sign);
    else if ((bits & BIT.circular) !== 0) this.#applyTie(code, bits, sign);
  }

  /** The bits that follow from the sums, without the party's own listings. */
  bits(): number {
    if (this.bearing === 0) return 0;
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
  protected abstract applyShare(tie: number, bits: number, sign: 1 | -1): void;
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

/**
 * Sums in ticks of the graph: for every party whose shares are whole numbers of them. Nearly all sums are these, so
 * they are added up without a call for each.
 */
export class TickSums extends OwnerSums {
  readonly #sums: TickArray;
  readonly #min: TickArray;
  readonly #max: TickArray;
  readonly #firmMax: TickArray;
  readonly #whole: number;
  readonly #needed: number;

  /** @param needed the fewest ticks with which a party counts as held */
  constructor(flat: FlatOwnership, test: TestOfTies, needed: number) {
    super(flat, test);
    this.#sums = tickArray(SUMS, flat.whole, flat.maxOwners);
    this.#min = flat.min;
    this.#max = flat.max;
    this.#firmMax = flat.firmMax;
    this.#whole = flat.whole;
    this.#needed = needed;
  }

  mark(): number {
    return this.#sums[SUM.all] ?? 0;
  }

  protected clear(): void {
    const sums = this.#sums;
    for (let sum = 0; sum < SUMS; sum += 1) sums[sum] = 0;
  }

  protected applyShare(tie: number, bits: number, sign: 1 | -1): void {
    const sums = this.#sums;
    const min = sign * (this.#min[tie] ?? 0);
    sums[SUM.all] = (sums[SUM.all] ?? 0) + min;
    if ((bits & BIT.circular) === 0) return;
    const max = sign * (this.#max[tie] ?? 0);
    sums[SUM.circularMax] = (sums[SUM.circularMax] ?? 0) + max;
    sums[SUM.circularMin] = (sums[SUM.circularMin] ?? 0) + min;
    if ((bits & BIT.perhaps) !== 0) {
      sums[SUM.perhapsMax] = (sums[SUM.perhapsMax] ?? 0) + max;
      sums[SUM.perhapsMin] = (sums[SUM.perhapsMin] ?? 0) + min;
    }
    if ((bits & BIT.certain) !== 0) sums[SUM.certain] = (sums[SUM.certain] ?? 0) + min;
    if (((this.tie[tie] ?? 0) & TIE_WEAK) === 0) this.#applyFirm(bits, min, sign * (this.#firmMax[tie] ?? 0));
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

  protected reaches(sum: number): boolean {
    return (this.#sums[sum] ?? 0) >= this.#needed;
  }

  protected mayReach(most: number, least: number): boolean {
    if (!this.reaches(most)) return false;
    const all = this.#sums[SUM.all] ?? 0;
    return all > this.#whole || this.#whole - all + (this.#sums[least] ?? 0) >= this.#needed;
  }
}

/** The same sums with any number of digits. */
export class ExactSums extends OwnerSums {
  readonly #sums: bigint[] = [];
  readonly #ticksOf: (party: number) => PartyTicks;
  readonly #test: RegimeTest;
  #ticks: PartyTicks | null = null;
  #threshold: bigint | null = null;

  constructor(flat: FlatOwnership, test: RegimeTest, ticksOf: (party: number) => PartyTicks) {
    super(flat, test);
    this.#test = test;
    this.#ticksOf = ticksOf;
  }

  mark(): bigint {
    return this.#sum(SUM.all);
  }

  protected clear(party: number): void {
    this.#sums.length = 0;
    this.#ticks = this.#ticksOf(party);
    this.#threshold = this.#test.threshold === null ? null : this.#ticks.of(this.#test.threshold);
  }

  protected applyShare(tie: number, bits: number, sign: 1 | -1): void {
    this.#add(SUM.all, 'min', tie, sign);
    if ((bits & BIT.circular) === 0) return;
    this.#add(SUM.circularMax, 'max', tie, sign);
    this.#add(SUM.circularMin, 'min', tie, sign);
    if ((bits & BIT.perhaps) !== 0) {
      this.#add(SUM.perhapsMax, 'max', tie, sign);
      this.#add(SUM.perhapsMin, 'min', tie, sign);
    }
    if ((bits & BIT.certain) !== 0) this.#add(SUM.certain, 'min', tie, sign);
    if (((this.tie[tie] ?? 0) & TIE_WEAK) === 0) this.#applyFirm(tie, bits, sign);
  }

  #applyFirm(tie: number, bits: number, sign: 1 | -1): void {
    if ((bits & BIT.firm) !== 0) {
      this.#add(SUM.firmMax, 'firmMax', tie, sign);
      this.#add(SUM.firmMin, 'min', tie, sign);
    }
    if ((bits & BIT.firmCircular) !== 0) {
      this.#add(SUM.firmCircularMax, 'firmMax', tie, sign);
      this.#add(SUM.firmCircularMin, 'min', tie, sign);
    }
  }

  #add(sum: number, bound: 'min' | 'max' | 'firmMax', tie: number, sign: 1 | -1): void {
    const ticks = this.#ticks;
    if (ticks === null) return;
    const read = bound === 'min' ? ticks.lower : bound === 'max' ? ticks.upper : ticks.firmUpper;
    this.#sums[sum] = this.#sum(sum) + BigInt(sign) * read(tie);
  }

  protected reaches(sum: number): boolean {
    return this.#passes(this.#sum(sum));
  }

  protected mayReach(most: number, least: number): boolean {
    if (!this.reaches(most)) return false;
    const whole = this.#ticks?.whole ?? 0n;
    const all = this.#sum(SUM.all);
    return all > whole || this.#passes(whole - all + this.#sum(least));
  }

  #sum(sum: number): bigint {
    return this.#sums[sum] ?? 0n;
  }

  #passes(sum: bigint): boolean {
    if (this.#threshold === null) return false;
    return this.#test.inclusive ? sum >= this.#threshold : sum > this.#threshold;
  }
}
