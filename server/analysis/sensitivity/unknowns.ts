import { rangeOf } from './limits.ts';
import type { Answers, Situation, Standing } from './situation.ts';
import type { Tie } from './ties.ts';

/** Something that is not known for certain above a party and may decide its outcome. */
export type Unknown =
  | { readonly kind: 'share'; readonly tie: Tie }
  | { readonly kind: 'tie'; readonly tie: Tie; readonly asks: 'is it so' | 'country' }
  | { readonly kind: 'listing'; readonly entry: Situation['listings'][number] };

/**
 * Everything above the party that is not certain: ranged and unknown shares, ties and listings that are only reported
 * or recalled, programmes and countries that are not recorded. Those that can weigh most come first.
 */
export function unknownsOf(situation: Situation, base: Standing): Unknown[] {
  const listed = new Set(situation.listings.flatMap(({ party, certain }) => (certain ? [party] : [])));
  const ties = situation.ties.filter((tie) => base.outcomeOf(tie.owner) !== 'not-captured');
  return [
    ...situation.listings
      .filter((entry) => !entry.certain && !listed.has(entry.party))
      .map((entry): Unknown => ({ kind: 'listing', entry })),
    ...ties.flatMap((tie) => unknownTie(situation, tie)),
    ...ties
      .filter((tie) => isUnknownShare(situation, tie))
      .sort((a, b) => (a.max === b.max ? 0 : a.max > b.max ? -1 : 1))
      .map((tie): Unknown => ({ kind: 'share', tie })),
  ];
}

function unknownTie(situation: Situation, tie: Tie): Unknown[] {
  if (tie.power !== 'perhaps' || !isAskable(situation, tie)) return [];
  return [{ kind: 'tie', tie, asks: tie.weak ? 'is it so' : 'country' }];
}

/** Is something undecided that no question asks about? */
export function hasUnasked(situation: Situation, base: Standing): boolean {
  return situation.ties.some(
    (tie) =>
      tie.power === 'perhaps' && base.outcomeOf(tie.owner) !== 'not-captured' && !isAskable(situation, tie),
  );
}

/** Where neither country is known, the answer must not be taken for one about other branches of the same party. */
function isAskable({ parties, ties, test }: Situation, { owner, owned, kind }: Tie): boolean {
  if (kind !== 'branch' || test.branches === 'all') return true;
  const isKnown = [owner, owned].some((party) => parties[party]?.jurisdiction != null);
  const branches = ties.filter(
    (tie) => tie.kind === 'branch' && [tie.owner, tie.owned].some((end) => end === owner || end === owned),
  );
  return isKnown || branches.length === 1;
}

function isUnknownShare({ needed }: Situation, tie: Tie): boolean {
  return needed !== null && tie.kind === 'holding' && tie.max > 0n && (tie.min !== tie.max || tie.weak);
}

/** The facts as they would be if the unknown were settled; a share at one end of what it can be. */
export function settle(situation: Situation, unknown: Unknown, yes: boolean): Answers {
  if (unknown.kind === 'listing') return { listings: new Map([[unknown.entry.listing.id, yes]]) };
  if (unknown.kind === 'tie') return { ties: new Map([[unknown.tie.number, yes]]) };
  const { min, max } = rangeOf(situation, [unknown.tie]);
  const end = yes ? max : min;
  return { shares: new Map([[unknown.tie.number, { min: end, max: end }]]) };
}

/** Several answers about recorded facts at once; the later one wins where two speak of the same fact. */
export function together(all: readonly Answers[]): Answers {
  const [first] = all;
  if (all.length === 1 && first) return first;
  return {
    shares: new Map(all.flatMap(({ shares }) => [...(shares ?? [])])),
    ties: new Map(all.flatMap(({ ties }) => [...(ties ?? [])])),
    listings: new Map(all.flatMap(({ listings }) => [...(listings ?? [])])),
  };
}
