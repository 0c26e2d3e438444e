import type { Control, Facts, Holding, Party } from '../facts/facts.ts';

/** Parties that any chain of holdings or control, at any time, ties together, with those ties. */
export interface Component {
  readonly parties: Party[];
  readonly holdings: Holding[];
  readonly controls: Control[];
}

/**
 * Splits the facts into groups of which none bears on another: what changes in one group changes no verdict in
 * another, sums stay small, and an odd number of digits in one group costs the others nothing. A party without
 * ties is a group of its own. Union by size with path halving (Tarjan 1975).
 */
export function ownershipComponents(facts: Pick<Facts, 'parties' | 'holdings' | 'controls'>): Component[] {
  const union = new UnionFind(facts.parties.map((party) => party.id));
  for (const { owner, owned } of facts.holdings) union.join(owner, owned);
  for (const { controller, controlled } of facts.controls) union.join(controller, controlled);
  const groups = new Map<number, Component>();
  const groupOf = (id: string): Component => {
    const root = union.find(id);
    const group = groups.get(root) ?? { parties: [], holdings: [], controls: [] };
    groups.set(root, group);
    return group;
  };
  for (const party of facts.parties) groupOf(party.id).parties.push(party);
  for (const holding of facts.holdings) groupOf(holding.owner).holdings.push(holding);
  for (const control of facts.controls) groupOf(control.controller).controls.push(control);
  return [...groups.values()];
}

class UnionFind {
  readonly #index: ReadonlyMap<string, number>;
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(ids: readonly string[]) {
    this.#index = new Map(ids.map((id, index) => [id, index]));
    this.#parent = Int32Array.from(ids.keys());
    this.#size = new Int32Array(ids.length).fill(1);
  }

  find(id: string): number {
    let at = this.#index.get(id) ?? -1;
    while (this.#up(at) !== at) {
      this.#parent[at] = this.#up(this.#up(at));
      at = this.#up(at);
    }
    return at;
  }

  join(a: string, b: string): void {
    let [small, large] = [this.find(a), this.find(b)];
    if (small === large) return;
    if ((this.#size[small] ?? 0) > (this.#size[large] ?? 0)) [small, large] = [large, small];
    this.#parent[small] = large;
    this.#size[large] = (this.#size[large] ?? 0) + (this.#size[small] ?? 0);
  }

  #up(at: number): number {
    return this.#parent[at] ?? at;
  }
}
