import { Waiting } from './waiting.ts';

/** How many tests have their standings on one board: as many as a byte has bits. */
export const BOARD_TESTS = 8;

/**
 * Memory that the standings of several tests share, by place. Most places are not looked at, and most of what is asked
 * of owners is whether they bear on what they own: that is a byte a place, the rest a row for those that have any.
 */
export class Board {
  /** One bit for each test under which a place bears on what it owns, on any day. */
  readonly bears: Uint8Array;
  /** A cell for each test, row by row; the first row is that of all places that were never set. */
  rows: Int32Array = new Int32Array(1024 * BOARD_TESTS);
  /** Where the row of a place starts. */
  readonly rowOf: Int32Array;
  /** Who waits to be looked at. */
  readonly waiting: Waiting;
  #used = BOARD_TESTS;

  constructor(places: number) {
    this.waiting = new Waiting(places);
    this.bears = new Uint8Array(places);
    this.rowOf = new Int32Array(places);
  }

  set(place: number, test: number, cell: number): void {
    let row = this.rowOf[place] ?? 0;
    if (row === 0) {
      if (cell === 0) return;
      row = this.#newRow();
      this.rowOf[place] = row;
    }
    this.rows[row + test] = cell;
  }

  /** Says whether a place ever bears on what it owns under a test. */
  setBears(place: number, test: number, isBearing: boolean): void {
    const before = this.bears[place] ?? 0;
    this.bears[place] = isBearing ? before | (1 << test) : before & ~(1 << test);
  }

  #newRow(): number {
    const row = this.#used;
    this.#used += BOARD_TESTS;
    if (this.#used > this.rows.length) {
      const larger = new Int32Array(2 * this.rows.length);
      larger.set(this.rows);
      this.rows = larger;
    }
    return row;
  }
}
