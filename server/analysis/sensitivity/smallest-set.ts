import { showShare } from '../../facts/share.ts';
import { greedySet } from './greedy-set.ts';
import { type Grounds, groundsOf, rank } from './grounds.ts';
import type { Sufficient } from './question.ts';
import { names } from './question-words.ts';
import type { Situation, Standing } from './situation.ts';
import type { Tie } from './ties.ts';

/** At most so many partial sets are tried before the answer is only the smallest known. */
const MOST_TRIED = 2_000;

/**
 * The fewest ties whose certain shares capture the party, tier by tier up to listed owners; among those the larger
 * shares, then the lower id. A tie that serves two parties counts once, so the tiers cannot be solved one by one:
 * a greedy set is taken first, and a bounded search (branch and bound over the covers of each party) tries to better
 * it. For one party alone, the largest shares first is the fewest, and the bound proves it at once.
 *
 * @returns null where no set is known
 */
export function smallestSet(situation: Situation, base: Standing): Sufficient | null {
  const grounds = groundsOf(situation, base);
  const greedy = greedySet(grounds);
  if (!greedy) return null;
  const search: Search = { grounds, best: greedy, left: MOST_TRIED };
  explore(search, { chosen: [], open: [situation.party], proved: new Set(grounds.listed) });
  const ties = [...search.best].map((number) => situation.ties[number]).filter((tie) => tie !== undefined);
  return worded(situation, ties.sort(byTier(situation)), search.left > 0);
}

interface Search {
  readonly grounds: Grounds;
  best: ReadonlySet<number>;
  left: number;
}

interface Partial {
  readonly chosen: readonly Tie[];
  /** Parties that still need a proof. */
  readonly open: readonly number[];
  /** Parties whose proof is chosen. */
  readonly proved: ReadonlySet<number>;
}

/** Takes every cover of one open party in turn, unless even the least that is missing makes the set no smaller. */
function explore(search: Search, { chosen, open, proved }: Partial): void {
  const { grounds } = search;
  const least = open.reduce((sum, party) => sum + fewest(grounds, party), chosen.length);
  if (least >= search.best.size || search.left === 0) return;
  search.left -= 1;
  const [party, ...rest] = open;
  if (party === undefined) {
    if (isProof(grounds, chosen)) search.best = new Set(chosen.map(({ number }) => number));
    return;
  }
  for (const cover of covers(grounds, party)) {
    if (search.left === 0) return;
    const now = new Set([...proved, party]);
    const owners = new Set(
      cover.map(({ owner }) => owner).filter((owner) => !now.has(owner) && !rest.includes(owner)),
    );
    explore(search, { chosen: [...chosen, ...cover], open: [...rest, ...owners], proved: now });
  }
}

/** The fewest ties that can cover a party: one that captures alone, or the largest shares. */
function fewest({ above, needed }: Grounds, party: number): number {
  let held = 0n;
  for (const [at, tie] of above(party).entries()) {
    if (tie.power === 'whole') return 1;
    held += tie.min;
    if (needed !== null && held >= needed) return at + 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Every set of ties that covers a party and of which none can be left out, larger shares first. */
function* covers({ above, needed }: Grounds, party: number): Generator<readonly Tie[]> {
  const ties = above(party);
  for (const tie of ties) if (tie.power === 'whole') yield [tie];
  if (needed === null) return;
  const holdings = ties.filter(({ power }) => power === 'share');
  const after = holdings.map((_, at) => holdings.slice(at).reduce((sum, { min }) => sum + min, 0n));
  yield* fill(holdings, after, { at: 0, taken: [], missing: needed });
}

interface Filling {
  readonly at: number;
  readonly taken: readonly Tie[];
  readonly missing: bigint;
}

function* fill(
  holdings: readonly Tie[],
  after: readonly bigint[],
  { at, taken, missing }: Filling,
): Generator<readonly Tie[]> {
  if (missing <= 0n) {
    yield taken;
    return;
  }
  const tie = holdings[at];
  if (!tie || (after[at] ?? 0n) < missing) return;
  yield* fill(holdings, after, { at: at + 1, taken: [...taken, tie], missing: missing - tie.min });
  yield* fill(holdings, after, { at: at + 1, taken, missing });
}

/** Do the ties capture the target from the listed parties down? Covers that lean on each other in a circle do not. */
function isProof({ listed, needed, target }: Grounds, ties: readonly Tie[]): boolean {
  const proved = new Set(listed);
  const parties = new Set(ties.map(({ owned }) => owned));
  for (let before = -1; before !== proved.size; ) {
    before = proved.size;
    for (const party of parties) {
      const own = ties.filter(({ owner, owned }) => owned === party && proved.has(owner));
      const held = own.reduce((sum, { min }) => sum + min, 0n);
      if (own.some(({ power }) => power === 'whole') || (needed !== null && held >= needed))
        proved.add(party);
    }
  }
  return proved.has(target);
}

/** The party's own owners first, then theirs. */
function byTier(situation: Situation): (a: Tie, b: Tie) => number {
  const tier = new Map([[situation.party, 0]]);
  for (const [party, depth] of tier)
    for (const { owner } of situation.above(party)) if (!tier.has(owner)) tier.set(owner, depth + 1);
  const nameOf = ({ owner }: Tie): string => situation.parties[owner]?.id ?? '';
  return (a, b) =>
    (tier.get(a.owned) ?? 0) - (tier.get(b.owned) ?? 0) || rank(a, b) || nameOf(a).localeCompare(nameOf(b));
}

function worded(situation: Situation, ties: readonly Tie[], isSmallest: boolean): Sufficient {
  const party = (index: number) => situation.parties[index];
  const named = ties.map(
    (tie) => `${party(tie.owner)?.name} in ${party(tie.owned)?.name} (${shareText(tie)})`,
  );
  const kind = isSmallest ? 'The smallest set that suffices' : 'The smallest set known to suffice';
  return {
    isSmallest,
    ties: ties.map((tie) => ({
      owner: party(tie.owner)?.id ?? '',
      party: party(tie.owned)?.id ?? '',
      tie: tie.kind,
      share: tie.kind === 'holding' ? showShare(tie.share) : '',
      facts: tie.rows.map(({ id }) => id),
    })),
    text: `${kind}: ${names(named)}.`,
  };
}

function shareText({ kind, share }: Tie): string {
  if (kind === 'holding') return showShare(share);
  return kind === 'control' ? 'control' : 'branch';
}
