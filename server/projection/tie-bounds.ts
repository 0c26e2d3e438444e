import type { Share } from '../facts/share.ts';
import type { FlatOwnership, TieArrays } from './flat-ownership.ts';
import {
  type Fractions,
  findTieScale,
  inTicks,
  leastCommonMultiple,
  lowerTicks,
  type PartyTicks,
  upperTicks,
} from './tie-ticks.ts';

interface Shares {
  readonly share: Share;
  readonly firmShare: Share;
}

interface Known {
  readonly thresholds: readonly string[];
  readonly fractions: Fractions;
}

type Bounds = Pick<TieArrays, 'min' | 'max' | 'firmMax' | 'perPercent' | 'odd'>;

/** Bounds of ties in whole ticks. A party with a share of more digits than fit is marked; its ticks do not count. */
export function tieBounds(
  ties: readonly { readonly owned: number; readonly facts: Shares }[],
  { parties, thresholds, fractions }: Known & { readonly parties: number },
): Bounds {
  const texts = new Set<string>();
  const owners = new Int32Array(parties);
  let hasExclusive = false;
  for (const { owned, facts } of ties) {
    for (const text of textsOf(facts)) texts.add(text);
    hasExclusive ||= isExclusive(facts.share) || isExclusive(facts.firmShare);
    owners[owned] = (owners[owned] ?? 0) + 1;
  }
  const maxOwners = owners.reduce((most, each) => Math.max(most, each), 0);
  const scale = findTieScale({ needed: thresholds, wanted: texts, maxOwners, hasExclusive, fractions });
  const { perPercent } = scale;
  const odd = ties.filter(({ facts }) => !textsOf(facts).every(scale.holds));
  const lower = remembered((share) => Number(lowerTicks(share, perPercent, fractions)));
  const upper = remembered((share) => Number(upperTicks(share, perPercent, fractions)));
  return {
    perPercent: Number(perPercent),
    min: Float64Array.from(ties, ({ facts }) => lower(facts.share.min, facts.share)),
    max: Float64Array.from(ties, ({ facts }) => upper(facts.share.max, facts.share)),
    firmMax: Float64Array.from(ties, ({ facts }) => upper(facts.firmShare.max, facts.firmShare)),
    odd: odd.length === 0 ? null : marks(odd, parties),
  };
}

/** Ticks of single parties over the facts of a graph. */
export function partyTicks(
  graph: Known & { readonly flat: FlatOwnership; readonly facts: readonly Shares[] },
): (party: number) => PartyTicks {
  const { flat, facts, thresholds, fractions } = graph;
  return (party) => {
    const ties = flat.upTies.subarray(flat.up[party], flat.up[party + 1]);
    const texts = Array.from(ties).flatMap((tie) => textsOf(facts[tie]));
    const common = [...new Set([...texts, ...thresholds])].reduce(
      (all, text) => leastCommonMultiple(all, fractions(text).d),
      1n,
    );
    const perPercent = common * BigInt(ties.length + 2);
    const read = (ticks: typeof lowerTicks, share: Share | undefined): bigint =>
      share === undefined ? 0n : ticks(share, perPercent, fractions);
    return {
      whole: 100n * perPercent,
      lower: (tie) => read(lowerTicks, facts[tie]?.share),
      upper: (tie) => read(upperTicks, facts[tie]?.share),
      firmUpper: (tie) => read(upperTicks, facts[tie]?.firmShare),
      of: (percent) => inTicks(fractions(percent), perPercent),
    };
  };
}

function textsOf(shares: Shares | undefined): string[] {
  return shares === undefined ? [] : [shares.share.min, shares.share.max, shares.firmShare.max];
}

function isExclusive({ minExclusive, maxExclusive }: Share): boolean {
  return minExclusive || maxExclusive;
}

/** Ticks by text, each found once for inclusive bounds: nearly all are. */
function remembered(ticks: (share: Share) => number): (text: string, share: Share) => number {
  const known = new Map<string, number>();
  return (text, share) => {
    if (isExclusive(share)) return ticks(share);
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = ticks(share);
    known.set(text, found);
    return found;
  };
}

function marks(ties: readonly { readonly owned: number }[], parties: number): Uint8Array {
  const odd = new Uint8Array(parties);
  for (const { owned } of ties) odd[owned] = 1;
  return odd;
}
