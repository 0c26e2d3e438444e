import { type AskedPart, type Candidate, judge } from './candidate.ts';
import { heldAtLeast, limitAbove, roomFor } from './limits.ts';
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
    return found?.yes === 'captured' ? [found] : [];
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
  const limit = limitAbove(situation, needed - heldAtLeast(situation, party, base.certain, NO_TIES));
  if (limit.ticks > room) return [];
  return [{ part: { kind: 'unrecorded', party, limit }, yes: { restricted: new Set([party]) }, no: {} }];
}

/** Where control captures too: is the party controlled by an owner that is restricted, beside the shares? */
function otherControl({ situation, base }: Search): AskedPart[] {
  const { party, test } = situation;
  const owners = situation.above(party).flatMap(({ owner }) => (base.certain[owner] === 1 ? [owner] : []));
  if (!test.control || owners.length === 0 || base.certain[party] === 1) return [];
  return [
    {
      part: { kind: 'other-control', party, owners: [...new Set(owners)] },
      yes: { restricted: new Set([party]) },
      no: {},
    },
  ];
}
