import { type FlatOwnership, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import { OwnerSums, SUM, SUMS, type TestOfTies, type TieColumns } from './owner-sums.ts';
import { BIT } from './standing.ts';

interface TickTest {
  readonly test: TestOfTies;
  /** The fewest ticks with which a party counts as held; Infinity where no share captures. */
  readonly needed: number;
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

  constructor({ whole, maxOwners }: FlatOwnership, ties: TieColumns, { test, needed }: TickTest) {
    super(ties, test);
    this.#sums = tickArray(SUMS, whole, maxOwners);
    this.#min = ties.min;
    this.#max = ties.max;
    this.#firmMax = ties.firmMax;
    this.#whole = whole;
    this.#needed = needed;
  }

  mark(): number {
    return this.#sums[SUM.all] ?? 0;
  }

  protected clear(): void {
    const sums = this.#sums;
    for (let sum = 0; sum < SUMS; sum += 1) sums[sum] = 0;
  }

  protected applyShare(at: number, bits: number, isFirm: boolean, sign: 1 | -1): void {
    const sums = this.#sums;
    const min = signed(this.#min[at] ?? 0, sign);
    sums[SUM.all] = (sums[SUM.all] ?? 0) + min;
    if ((bits & BIT.circular) === 0) return;
    const max = signed(this.#max[at] ?? 0, sign);
    sums[SUM.circularMax] = (sums[SUM.circularMax] ?? 0) + max;
    sums[SUM.circularMin] = (sums[SUM.circularMin] ?? 0) + min;
    if ((bits & BIT.perhaps) !== 0) {
      sums[SUM.perhapsMax] = (sums[SUM.perhapsMax] ?? 0) + max;
      sums[SUM.perhapsMin] = (sums[SUM.perhapsMin] ?? 0) + min;
    }
    if ((bits & BIT.certain) !== 0) sums[SUM.certain] = (sums[SUM.certain] ?? 0) + min;
    if (isFirm) this.#applyFirm(bits, min, signed(this.#firmMax[at] ?? 0, sign));
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

/** A product would be a double: it could be minus zero. */
function signed(ticks: number, sign: 1 | -1): number {
  return sign === 1 ? ticks : 0 - ticks;
}
