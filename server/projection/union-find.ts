/** Things put together step by step, by their ids. Union by size with path halving (Tarjan 1975). */
export class UnionFind {
  readonly #index = new Map<string, number>();
  readonly #parent: number[] = [];
  readonly #size: number[] = [];

  /** The number of the group that a thing is in: the same for all of one group, until that is joined to another. */
  find(id: string): number {
    let at = this.#at(id);
    while (this.#up(at) !== at) {
      this.#parent[at] = this.#up(this.#up(at));
      at = this.#up(at);
    }
    return at;
  }

  /** Makes the groups of two things one. */
  join(a: string, b: string): void {
    let [small, large] = [this.find(a), this.find(b)];
    if (small === large) return;
    if ((this.#size[small] ?? 0) > (this.#size[large] ?? 0)) [small, large] = [large, small];
    this.#parent[small] = large;
    this.#size[large] = (this.#size[large] ?? 0) + (this.#size[small] ?? 0);
  }

  /** A thing that is new is a group of its own. */
  #at(id: string): number {
    const known = this.#index.get(id);
    if (known !== undefined) return known;
    const at = this.#index.size;
    this.#index.set(id, at);
    this.#parent.push(at);
    this.#size.push(1);
    return at;
  }

  #up(at: number): number {
    return this.#parent[at] ?? at;
  }
}
