import type { Grounds } from './grounds.ts';
import type { Tie } from './ties.ts';

/**
 * A set of ties that captures the target, small but not always the smallest: each party takes the cheapest of three
 * greedy covers, where an owner costs one tie and its own set.
 *
 * @returns numbers of the ties, or null when nothing covers the target
 */
export function greedySet(grounds: Grounds): ReadonlySet<number> | null {
  const costs = new Map([...grounds.listed].map((party) => [party, 0]));
  const chosen = new Map<number, readonly Tie[]>();
  for (const round of rounds(grounds)) {
    let isBetter = false;
    for (const party of round) {
      const cover = cheapest(grounds, party, costs);
      if (cover === null || cover.cost >= (costs.get(party) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(party, cover.cost);
      chosen.set(party, cover.ties);
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return chosen.has(grounds.target) ? collect(chosen, grounds.target) : null;
}

/** All parties above that need a proof, nearest the listed ones first as a rule, once for each round. */
function* rounds({ above, listed, target }: Grounds): Generator<readonly number[]> {
  const parties = new Set([target]);
  for (const party of parties)
    for (const { owner } of above(party)) if (!listed.has(owner)) parties.add(owner);
  const order = [...parties].reverse();
  for (let round = 0; round <= order.length; round += 1) yield order;
}

interface Cover {
  readonly ties: readonly Tie[];
  readonly cost: number;
}

function cheapest(
  { above, needed }: Grounds,
  party: number,
  costs: ReadonlyMap<number, number>,
): Cover | null {
  const priceOf = (tie: Tie): number => 1 + (costs.get(tie.owner) ?? Number.POSITIVE_INFINITY);
  const ties = above(party).filter((tie) => costs.has(tie.owner));
  const whole = ties.filter(({ power }) => power === 'whole').map((tie) => [tie]);
  const holdings = ties.filter(({ power }) => power === 'share');
  const orders = [
    holdings,
    [...holdings].sort((a, b) => priceOf(a) - priceOf(b)),
    [...holdings].sort((a, b) => Number(b.min) / priceOf(b) - Number(a.min) / priceOf(a)),
  ];
  const found = [...whole, ...orders.flatMap((order) => take(order, needed))];
  const priced = found.map((each) => ({
    ties: each,
    cost: each.reduce((sum, tie) => sum + priceOf(tie), 0),
  }));
  return priced.reduce<Cover | null>((best, each) => (best && best.cost <= each.cost ? best : each), null);
}

/** The first ties of an order that reach the threshold, without those that are not needed after all. */
function take(order: readonly Tie[], needed: bigint | null): Tie[][] {
  if (needed === null) return [];
  const taken: Tie[] = [];
  let held = 0n;
  for (const tie of order) {
    if (held >= needed) break;
    taken.push(tie);
    held += tie.min;
  }
  if (held < needed) return [];
  const kept = [...taken];
  for (const tie of taken) {
    if (held - tie.min < needed) continue;
    kept.splice(kept.indexOf(tie), 1);
    held -= tie.min;
  }
  return [kept];
}

function collect(chosen: ReadonlyMap<number, readonly Tie[]>, target: number): Set<number> {
  const numbers = new Set<number>();
  const parties = new Set([target]);
  for (const party of parties) {
    for (const tie of chosen.get(party) ?? []) {
      numbers.add(tie.number);
      parties.add(tie.owner);
    }
  }
  return numbers;
}
