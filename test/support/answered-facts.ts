import Fraction from 'fraction.js';
import type { Ask } from '../../server/analysis/sensitivity/question.ts';
import { isFirm } from '../../server/facts/confidence.ts';
import type { Control, Facts, Holding, Listing } from '../../server/facts/facts.ts';
import { formatExact, makeShare, type Share, type ShareBounds } from '../../server/facts/share.ts';
import type { Regime } from '../../server/regulation/read.ts';
import { facts as factsOf } from './cases.ts';

/** Facts with the answer to a question written into them, as somebody would who got it from the counterparty. */
export function answered(all: Facts, regime: Regime, ask: Ask, yes: boolean): Facts {
  if (ask.kind === 'share') return withSum(all, ask, answeredBounds(all, ask, yes));
  if (ask.kind === 'control') {
    const isAsked = (row: Control) => row.controller === ask.owners[0] && row.controlled === ask.party;
    return { ...all, controls: confirmed(all.controls, isAsked, yes) };
  }
  if (ask.kind === 'branch' || ask.kind === 'country') {
    const isAsked = (row: Holding) =>
      row.kind === 'branch' && row.owner === ask.owners[0] && row.owned === ask.party;
    const now = { ...all, holdings: confirmed(all.holdings, isAsked, yes) };
    const isOfOneCountry = regime.tests.every(({ branches }) => branches === 'same-jurisdiction');
    if (ask.kind === 'branch') return yes && isOfOneCountry ? inOneCountry(now, ask) : now;
    return yes ? inOneCountry(all, ask) : now;
  }
  if (ask.kind === 'listing' || ask.kind === 'programmes') {
    const listings = confirmed(all.listings, ({ id }) => id === ask.listing, yes);
    return {
      ...all,
      listings: listings.map((row) => (row.id === ask.listing ? counting(row, regime) : row)),
    };
  }
  return ask.kind === 'other-control' && !yes ? all : withUnrecorded(all, { regime, ask, yes });
}

function confirmed<T extends Holding | Control | Listing>(
  rows: readonly T[],
  isAsked: (row: T) => boolean,
  yes: boolean,
): T[] {
  return rows.flatMap((row): T[] => {
    if (!isAsked(row)) return [row];
    return yes ? [{ ...row, confidence: 'verified' }] : [];
  });
}

function counting(listing: Listing, regime: Regime): Listing {
  const asked = regime.restrictedOwners.find(({ list }) => list === listing.list)?.programs;
  return { ...listing, programs: asked?.slice(0, 1) ?? listing.programs };
}

function inOneCountry(all: Facts, { owners, party }: Ask): Facts {
  const ends = [owners[0], party];
  const known = all.parties.find(({ id, jurisdiction }) => ends.includes(id) && jurisdiction !== null);
  const jurisdiction = known?.jurisdiction ?? 'CN';
  return {
    ...all,
    parties: all.parties.map((each) => (ends.includes(each.id) ? { ...each, jurisdiction } : each)),
  };
}

interface Unrecorded {
  readonly regime: Regime;
  readonly ask: Ask;
  readonly yes: boolean;
}

/** A listed party, or one more control link, that nobody had recorded. */
function withUnrecorded(all: Facts, { regime, ask, yes }: Unrecorded): Facts {
  const { kind, party, owners, percent, inclusive } = ask;
  const share = yes ? { min: percent, exclusiveMin: !inclusive } : { max: percent, exclusiveMax: inclusive };
  const added = factsOf({
    parties: [{ id: 'unrecorded', jurisdiction: 'CN' }, ...[...owners, party].map((id) => ({ id }))],
    listings: [{ party: 'unrecorded', list: regime.restrictedOwners[0]?.list }],
    ...(kind === 'other-control'
      ? { controls: [{ controller: owners[0], controlled: party }] }
      : {
          holdings: [{ owner: 'unrecorded', owned: party, share }],
        }),
  });
  return {
    ...all,
    parties: [...all.parties, ...added.parties.filter(({ id }) => id === 'unrecorded')],
    listings: [...all.listings, ...added.listings],
    holdings: [...all.holdings, ...added.holdings],
    controls: [...all.controls, ...added.controls],
  };
}

type Owners = Pick<Ask, 'owners' | 'party'>;

/** What owners hold together, written on the first of them, confirmed. */
export function withSum(all: Facts, { owners, party }: Owners, sum: ShareBounds | string): Facts {
  const holdings = all.holdings.map((row): Holding => {
    const place = row.kind === 'branch' || row.owned !== party ? -1 : owners.indexOf(row.owner);
    if (place < 0) return row;
    return { ...row, confidence: 'verified', share: makeShare(place === 0 ? sum : '0') };
  });
  return { ...all, holdings };
}

function answeredBounds(all: Facts, ask: Ask, yes: boolean): ShareBounds {
  const { min, max, minExclusive, maxExclusive } = rangeOfSum(all, ask);
  const limit = ask.percent ?? '0';
  return yes
    ? { min: limit, exclusiveMin: !ask.inclusive, max, exclusiveMax: maxExclusive }
    : { min, exclusiveMin: minExclusive, max: limit, exclusiveMax: ask.inclusive };
}

/** What the owners can hold together at least and at most, one row an owner; others' certain shares leave the rest. */
export function rangeOfSum(
  all: Facts,
  { owners, party }: Owners,
): Pick<Share, 'min' | 'max' | 'minExclusive' | 'maxExclusive'> {
  const rows = all.holdings.filter(({ owned, kind }) => owned === party && kind !== 'branch');
  const own = rows.filter(({ owner }) => owners.includes(owner));
  const others = rows.filter(({ owner }) => !owners.includes(owner));
  const min = total(own, certainOf);
  const most = total(own, ({ share }) => share.max);
  const room = new Fraction(100).sub(total(others, certainOf));
  const order = total(rows, certainOf).compare(100);
  const isOver = order > 0 || (order === 0 && rows.some(isOverItsBound));
  const limit = isOver ? new Fraction(100) : room;
  const isShort = !isOver && others.some(isOverItsBound);
  const isCut = most.compare(limit) > 0 || (isShort && most.equals(limit));
  return {
    min: formatExact(min),
    max: formatExact(isCut ? limit : most),
    minExclusive: own.some(isOverItsBound),
    maxExclusive: isCut ? isShort : own.some(({ share }) => share.maxExclusive),
  };
}

/** Does it hold more than its certain share, however little? */
function isOverItsBound({ confidence, share }: Holding): boolean {
  return isFirm(confidence) && share.minExclusive;
}

function certainOf({ confidence, share }: Holding): string {
  return isFirm(confidence) ? share.min : '0';
}

function total(rows: readonly Holding[], part: (row: Holding) => string): Fraction {
  return rows.reduce((sum, row) => sum.add(part(row)), new Fraction(0));
}
