import { type Share, UNKNOWN_SHARE } from '../../facts/share.ts';
import { type AskedPart, type Candidate, judge } from './candidate.ts';
import { heldAtLeast, heldAtMost, type Limit, limitAbove, limitBelow, roomFor } from './limits.ts';
import type { Search } from './single-questions.ts';

const NO_TIES: ReadonlySet<number> = new Set();

/** At most so many parties above are asked about, those with the largest shares first. */
const ASKED_OWNERS = 8;

/**
 * Questions about holders who are not recorded: for a near miss, and for parties that hold each other in a circle. All
 * that is recorded decides nothing there, so the rest of the shares does.
 */
export function unrecordedQuestions(search: Search): Candidate[] {
  const asked = [...placesToAsk(search)].flatMap((party) => unrecordedHolders(search, party));
  const control = otherControl(search);
  return [...asked, ...control].flatMap((part) => {
    const found = judge(search.effort, [part]);
    return found ? [found] : [];
  });
}

/** The party, those in a circle with it, and its direct owners. */
function placesToAsk({ situation, base, effort }: Search): Set<number> {
  const { party, parties } = situation;
  const circle = [...parties.keys()].filter((each) => base.outcomeOf(each) === 'circular');
  const owners = situation
    .above(party)
    .filter(
      ({ owner, kind, max }) => kind === 'holding' && max > 0n && base.outcomeOf(owner) === 'not-captured',
    )
    .sort((a, b) => (a.max === b.max ? a.number - b.number : a.max > b.max ? -1 : 1))
    .map(({ owner }) => owner);
  if (circle.length > ASKED_OWNERS || owners.length > ASKED_OWNERS) effort.leaveOut();
  return new Set([party, ...circle.slice(0, ASKED_OWNERS), ...owners.slice(0, ASKED_OWNERS)]);
}

/** Do parties that are not recorded hold what is missing, and is there room for it? */
function unrecordedHolders({ situation, base }: Search, party: number): AskedPart[] {
  const { needed } = situation;
  const room = roomFor(situation, party, NO_TIES);
  if (needed === null || room === null || base.certain[party] === 1) return [];
  const limits = [
    limitAbove(situation, needed - heldAtLeast(situation, party, base.certain, NO_TIES)),
    limitBelow(situation, needed - heldAtMost(situation, party, base.possible, NO_TIES)),
  ].filter(({ ticks }) => 0n < ticks && ticks <= room);
  const [above, below] = limits;
  const different = above?.ticks === below?.ticks ? limits.slice(0, 1) : limits;
  return different.map((limit) => ({
    part: { kind: 'unrecorded', party, limit },
    yes: { added: { party, owner: null, share: shareFrom(limit) } },
    no: { added: { party, owner: null, share: shareUpTo(limit) } },
  }));
}

function shareFrom({ percent, inclusive }: Limit): Share {
  return { ...UNKNOWN_SHARE, min: percent, minExclusive: !inclusive, stated: true };
}

function shareUpTo({ percent, inclusive }: Limit): Share {
  return { ...UNKNOWN_SHARE, max: percent, maxExclusive: inclusive, stated: true };
}

/** Where control captures too: is the party controlled by an owner that is restricted, beside the shares? */
function otherControl({ situation, base }: Search): AskedPart[] {
  const { party, test } = situation;
  const owners = situation.above(party).flatMap(({ owner }) => (base.certain[owner] === 1 ? [owner] : []));
  const [owner] = owners;
  if (!test.control || owner === undefined || base.certain[party] === 1) return [];
  return [
    {
      part: { kind: 'other-control', party, owners: [...new Set(owners)] },
      yes: { added: { party, owner, share: UNKNOWN_SHARE } },
      no: {},
    },
  ];
}
