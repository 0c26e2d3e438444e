import type { PartyTicks } from '../../projection/tie-ticks.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { OwnerSums, SUM, type TieColumns } from './owner-sums.ts';
import { BIT } from './standing.ts';

/** The same sums with any number of digits. */
export class ExactSums extends OwnerSums {
  readonly #sums: bigint[] = [];
  readonly #ticksOf: (party: number) => PartyTicks;
  readonly #test: RegimeTest;
  readonly #tieAt: TieColumns['tieAt'];
  #ticks: PartyTicks | null = null;
  #threshold: bigint | null = null;

  constructor(ties: TieColumns, test: RegimeTest, ticksOf: (party: number) => PartyTicks) {
    super(ties, test);
    this.#tieAt = ties.tieAt;
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

  protected applyShare(at: number, bits: number, isFirm: boolean, sign: 1 | -1): void {
    const tie = this.#tieAt(at);
    this.#add(SUM.all, 'min', tie, sign);
    if ((bits & BIT.circular) === 0) return;
    this.#add(SUM.circularMax, 'max', tie, sign);
    this.#add(SUM.circularMin, 'min', tie, sign);
    if ((bits & BIT.perhaps) !== 0) {
      this.#add(SUM.perhapsMax, 'max', tie, sign);
      this.#add(SUM.perhapsMin, 'min', tie, sign);
    }
    if ((bits & BIT.certain) !== 0) this.#add(SUM.certain, 'min', tie, sign);
    if (isFirm) this.#applyFirm(tie, bits, sign);
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
