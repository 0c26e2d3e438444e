/** Numbers one behind the other, in an array that grows. Searches write millions: room is made before, not each time. */
export class NumberList {
  numbers = new Int32Array(1_024);
  length = 0;

  /** Makes room for so many more. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.numbers.length) return;
    const grown = new Int32Array(Math.max(needed, 2 * this.numbers.length));
    grown.set(this.numbers.subarray(0, this.length));
    this.numbers = grown;
  }

  /** Adds one, for which there must be room. */
  push(value: number): void {
    this.numbers[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.numbers[index] ?? 0;
  }
}

/** What a search from one end has seen, level by level, and the steps that it took. */
export class Side {
  /** Things in the order in which they were reached; `levels[i]` is where those `i` ties away begin. */
  readonly things = new NumberList();
  readonly levels: number[] = [];
  /** Steps of the graph, and the thing that each was taken from; `stepLevels[i]` is where those to level `i` begin. */
  readonly steps = new NumberList();
  readonly nears = new NumberList();
  readonly stepLevels: number[] = [];
  /** Steps to look at on the way to the next level. */
  ahead = 0;

  begin(thing: number): void {
    for (const list of [this.things, this.steps, this.nears]) list.length = 0;
    this.levels.length = 0;
    this.stepLevels.length = 0;
    this.levels.push(0);
    this.stepLevels.push(0);
    this.things.push(thing);
  }

  /** The thing from which it began. */
  get root(): number {
    return this.things.at(0);
  }

  /** Ties between the root and the farthest things seen. */
  get depth(): number {
    return this.levels.length - 1;
  }

  /** Where the farthest things seen begin. */
  get lastLevel(): number {
    return this.levels.at(-1) ?? 0;
  }

  /** Opens the next level. */
  deepen(): void {
    this.levels.push(this.things.length);
    this.stepLevels.push(this.steps.length);
    this.ahead = 0;
  }

  /** Takes the next level back. */
  undeepen(): void {
    this.things.length = this.levels.pop() ?? 0;
    this.steps.length = this.stepLevels.pop() ?? 0;
    this.nears.length = this.steps.length;
  }
}
