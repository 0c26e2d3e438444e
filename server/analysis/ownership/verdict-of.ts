import { type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import { fromDay } from '../../facts/dates.ts';
import type { Listing } from '../../facts/facts.ts';
import type { Regime, RegimeTest, Regulation } from '../../regulation/read.ts';
import type { ListedOwner, MostRestrictive, Outcome, Step, Verdict } from '../verdict.ts';
import { bindingOf } from './exemption.ts';
import { type HeldSum, sumBounds, sumHeld } from './held-sum.ts';
import { contributions, type Moment, ownListings } from './moment.ts';
import { BIT, outcomeOfBits } from './standing.ts';
import { explain, type ToldLines } from './steps.ts';
import { listedOwnersAbove, mostRestrictive } from './strictest.ts';
import { MOST_EXPLAINED } from './tiers.ts';

/** Under what a verdict is given, and what was told already. */
export interface VerdictContext {
  readonly regulation: Regulation;
  readonly regime: Regime;
  readonly told: ToldLines | null;
}

/** One party over the days `[moment.day, to)`, over which its standing and the reasons for it stay the same. */
export interface Stretch {
  readonly moment: Moment;
  readonly party: number;
  readonly to: number;
}

/** The verdict of one stretch, explained. */
export function verdictOf(context: VerdictContext, stretch: Stretch): Verdict {
  const { regime, regulation, told } = context;
  const { moment, party } = stretch;
  const { graph, sweep } = moment;
  const info = graph.parties[party];
  const ties = contributions(moment, party);
  const { bits, isAtHome } = bindingOf(regime, moment, party, ties);
  const outcome = outcomeOfBits(bits);
  const exempt = isAtHome && outcome === 'not-captured';
  const isOutside = exempt || (isAtHome && outcome === 'cannot-exclude' && ties.length > 0);
  const sum = sumHeld(moment, party, ties);
  const held = sumBounds(sum);
  const weak = isWeak(bits, outcome);
  const nameOf = (id: string): string => graph.parties[graph.indexOf.get(id) ?? -1]?.name ?? id;
  const { steps, isCut } = explain(moment, party, told);
  const own = ownListings(moment, party);
  const listings = own.map(({ listing }) => listing);
  const all = listedOwnersAbove(moment, { party, ties: 'all' });
  const hasUnknownProgrammes = outcome === 'cannot-exclude' && upstreamProgrammesUnknown(moment, all);
  const isBound = outcome === 'captured' || outcome === 'listed';
  // Most listed parties have no owners on record and one entry: nothing is undecided about them.
  const isPlain = !isBound || (ties.length === 0 && own.every((entry) => entry.certain));
  const certain = isPlain ? all : listedOwnersAbove(moment, { party, ties: 'certain' });
  const { governs, strictest } = strictness({ certain, all, isBound }, regulation);
  const from = fromDay(moment.day);
  return {
    id: ['verdict', info?.id, regime.id, from ?? 'always'].join(':'),
    party: info?.id ?? '',
    regime: regime.id,
    outcome,
    from,
    to: fromDay(stretch.to),
    shareMin: held.min,
    shareMax: held.max,
    shareMinExclusive: held.minExclusive,
    shareMaxExclusive: held.maxExclusive,
    minority: outcome === 'not-captured' && !exempt ? minorityOf(sweep.test, sum, regulation) : null,
    threshold: sweep.test.threshold,
    weak,
    exempt,
    steps,
    mostRestrictive: governs,
    listings: all.map((owner) => owner.listing).sort(),
    notes: [
      ...notesOf({ regime, sum, outcome, weak, isOutside, listings, hasUnknownProgrammes }),
      ...stricterNote(governs, strictest, nameOf),
      ...footnoteNote(governs, strictest),
      ...(isCut ? [CUT] : []),
    ],
    confidence: confidenceOf(listings, steps, weak),
  };
}

/** Undecided only because of facts that confirm nothing? */
function isWeak(bits: number, outcome: Outcome): boolean {
  if (outcome === 'circular') return (bits & BIT.firmCircular) === 0;
  return outcome === 'cannot-exclude' && (bits & BIT.firm) === 0;
}

/**
 * An unknown share may be significant, so the upper bound decides. Where no share captures anyway, only what is held
 * for certain is told: the regime that has a threshold says the rest.
 */
function minorityOf({ threshold }: RegimeTest, sum: HeldSum, { minority }: Regulation): Verdict['minority'] {
  const held = threshold === null ? sum.min : sum.max;
  if (held.compare(0) === 0) return null;
  return held.compare(minority.significantFrom) >= 0 ? 'significant' : 'small';
}

/** Weak facts count only where they decide: a capture rests on firm ones alone. */
function confidenceOf(listings: readonly Listing[], steps: readonly Step[], weak: boolean): Confidence {
  const own = listings.map((each) => each.confidence);
  if (weak) return weakest([...own, ...steps.map((step) => step.leastConfidence)]);
  const all = [...own, ...steps.map((step) => step.confidence)];
  const firm = all.filter(isFirm);
  return weakest(firm.length === 0 ? all : firm);
}

/** Is it undecided because nobody recorded under which programmes an owner is listed? */
function upstreamProgrammesUnknown({ graph, listings }: Moment, owners: readonly ListedOwner[]): boolean {
  return owners.some((owner) =>
    listings
      .get(graph.indexOf.get(owner.party) ?? -1)
      ?.some(({ listing, certain, firm }) => listing.id === owner.listing && firm && !certain),
  );
}

interface Owners {
  /** Those that bear on the party for certain, and all who may. */
  readonly certain: readonly ListedOwner[];
  readonly all: readonly ListedOwner[];
  readonly isBound: boolean;
}

/** Which entry governs a party that is bound, and which one would if all who may bear on it did. */
function strictness({ certain, all, isBound }: Owners, { strictness: order }: Regulation) {
  const governs = isBound ? mostRestrictive(certain, order) : null;
  const strictest = isBound && certain !== all ? mostRestrictive(all, order) : governs;
  return { governs, strictest };
}

/** What would govern if undecided shares and unconfirmed ties and listings were known to hold. */
function stricterNote(
  governs: MostRestrictive | null,
  strictest: MostRestrictive | null,
  nameOf: (party: string) => string,
): string[] {
  if (!strictest || strictest.listing === governs?.listing) return [];
  const { party, footnotes, reviewPolicy } = strictest;
  const entry = [footnotes.length > 0 ? `footnote ${footnotes.join(', ')}` : '', reviewPolicy];
  const words = entry.filter((text) => text !== '').join('; ');
  return [
    `A stricter requirement cannot be excluded: ${nameOf(party)}${words === '' ? '' : ` (${words})`}, through a share, tie or listing that is not confirmed.`,
  ];
}

/** Footnotes of owners that may bear on it, beside those that do for certain and those told already. */
function footnoteNote(governs: MostRestrictive | null, strictest: MostRestrictive | null): string[] {
  const told = [...(governs?.allFootnotes ?? []), ...(strictest?.footnotes ?? [])];
  const open = (strictest?.allFootnotes ?? []).filter((footnote) => !told.includes(footnote));
  if (open.length === 0) return [];
  return [
    `Footnote ${open.join(', ')} cannot be excluded: of an owner through a share, tie or listing that is not confirmed.`,
  ];
}

const CUT = `More than ${MOST_EXPLAINED} parties stand between this one and the listed ones: the nearest are explained here, those further up in their own verdicts.`;

const OWN_LISTING_UNDECIDED =
  'It may also be listed itself: an entry of its own is not confirmed, or its programmes are not recorded.';

interface NoteInput {
  readonly regime: Regime;
  readonly sum: HeldSum;
  readonly outcome: Outcome;
  readonly weak: boolean;
  /** Do its owners not bind it, since the regime exempts its country? */
  readonly isOutside: boolean;
  readonly listings: readonly Listing[];
  readonly hasUnknownProgrammes: boolean;
}

function cappedNote(sum: HeldSum): string {
  const most = `${sum.maxExclusive ? 'less than' : 'at most'} ${sumBounds(sum).max} %`;
  return `Other owners' known shares leave ${most} for these owners.`;
}

function notesOf({ regime, sum, outcome, weak, isOutside, ...rest }: NoteInput): string[] {
  const { listings, hasUnknownProgrammes } = rest;
  const notes: string[] = [];
  if (isOutside) notes.push(regime.exemptNote);
  if (outcome === 'captured' && listings.length > 0) notes.push(OWN_LISTING_UNDECIDED);
  if (weak)
    notes.push(
      'Undecided only because of reported or recalled facts; they count in the upper bound and confirm nothing.',
    );
  if (sum.capped) notes.push(cappedNote(sum));
  if (sum.overAllocated)
    notes.push(
      'The recorded holdings add up to more than 100 %: at least one is wrong. Decided on the recorded shares, without cutting any.',
    );
  if (hasUnknownProgrammes)
    notes.push(
      'The programmes of a listing are not recorded; only some count under this regime. Find them out.',
    );
  for (const listing of outcome === 'captured' ? [] : listings) {
    if (listing.from === null) notes.push('The first day of the listing is not known.');
    else if (!isFirm(listing.fromConfidence))
      notes.push(`The first day of the listing, ${listing.from}, is recalled and was not read.`);
  }
  return [...new Set(notes)];
}
