import { type FlatOwnership, TIE_WEAK, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import { OwnerSums, SUM, SUMS, type TestOfTies } from './owner-sums.ts';
import { BIT } from './standing.ts';

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
