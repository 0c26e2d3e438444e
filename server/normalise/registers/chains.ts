/**
 * Ties from owner to owned, to find shares that are stated twice: once in sum and once as the chain that makes them up.
 */
export class Chains {
  readonly #above = new Map<string, Set<string>>();

  /** A tie that may be a link of a chain. */
  add(owner: string, owned: string): void {
    const owners = this.#above.get(owned) ?? new Set<string>();
    this.#above.set(owned, owners.add(owner));
  }

  /** True when there is a way of at least two ties from the owner down to the owned. */
  lead(owner: string, owned: string): boolean {
    const seen = new Set([owned, owner]);
    const waiting = [...(this.#above.get(owned) ?? [])].filter((each) => each !== owner);
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      seen.add(each);
      const owners = this.#above.get(each) ?? new Set<string>();
      if (owners.has(owner)) return true;
      waiting.push(...[...owners].filter((next) => !seen.has(next)));
    }
    return false;
  }
}
