import { type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import { fromDay } from '../../facts/dates.ts';
import type { Listing } from '../../facts/facts.ts';
import { TIE } from '../../projection/flat-ownership.ts';
import type { Regime, Regulation } from '../../regulation/read.ts';
import type { ListedOwner, MostRestrictive, Outcome, Step, Verdict } from '../verdict.ts';
import { type HeldSum, sumBounds, sumHeld } from './held-sum.ts';
import { bitsOf, contributions, isListed, kindOf, type Moment, outcomeOf, ownListings } from './moment.ts';
import { BIT } from './standing.ts';
import { explain, type ToldLines } from './steps.ts';
import { listedOwnersAbove, mostRestrictive } from './strictest.ts';

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
  const exempt = isExempt(regime, stretch, ties);
  const outcome: Outcome = exempt ? 'not-captured' : outcomeOf(moment, party);
  const sum = sumHeld(moment, party, ties);
  const held = sumBounds(sum);
  const weak = isWeak(bitsOf(moment, party), outcome);
  const nameOf = (id: string): string => graph.parties[graph.indexOf.get(id) ?? -1]?.name ?? id;
  const steps = explain(moment, party, told);
  const listings = ownListings(moment, party).map(({ listing }) => listing);
  const all = listedOwnersAbove(moment, { party, ties: 'all' });
  const hasUnknownProgrammes = outcome === 'cannot-exclude' && upstreamProgrammesUnknown(moment, all);
  const isBound = outcome === 'captured' || outcome === 'listed';
  // Most listed parties have no owners on record: nothing is above them, certain or not.
  const certain = ties.length === 0 || !isBound ? all : listedOwnersAbove(moment, { party, ties: 'certain' });
  const governs = isBound ? mostRestrictive(certain, regulation.strictness) : null;
  const strictest = isBound && certain !== all ? mostRestrictive(all, regulation.strictness) : governs;
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
    minority:
      outcome === 'not-captured' && !exempt
        ? minorityOf(sweep.test.threshold === null, sum, regulation)
        : null,
    threshold: sweep.test.threshold,
    weak,
    exempt,
    steps,
    mostRestrictive: governs,
    listings: all.map((owner) => owner.listing).sort(),
    notes: [
      ...notesOf({ regime, sum, weak, exempt, listings, hasUnknownProgrammes }),
      ...stricterNote(governs, strictest, nameOf),
    ],
    confidence: confidenceOf(listings, steps, weak),
  };
}

/**
 * Holdings do not capture a party of an exempt country. Its own listing binds it all the same, and a branch is no
 * party of its own: it is its owner, wherever it stands.
 */
function isExempt(
  { exemptJurisdictions }: Regime,
  { moment, party }: Stretch,
  ties: readonly number[],
): boolean {
  const home = moment.graph.parties[party]?.jurisdiction ?? null;
  if (home === null || !exemptJurisdictions.includes(home) || isListed(moment, party)) return false;
  return ties.every((tie) => [TIE.holding, TIE.control].some((kind) => kind === kindOf(moment, tie)));
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
function minorityOf(isCertainOnly: boolean, sum: HeldSum, { minority }: Regulation): Verdict['minority'] {
  const held = isCertainOnly ? sum.min : sum.max;
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

/** What would govern if undecided shares and unconfirmed ties were known to hold. */
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
    `A stricter requirement cannot be excluded: ${nameOf(party)}${words === '' ? '' : ` (${words})`}, through a share or tie that is not confirmed.`,
  ];
}

interface NoteInput {
  readonly regime: Regime;
  readonly sum: HeldSum;
  readonly weak: boolean;
  readonly exempt: boolean;
  readonly listings: readonly Listing[];
  readonly hasUnknownProgrammes: boolean;
}

function cappedNote(sum: HeldSum): string {
  const most = `${sum.maxExclusive ? 'less than' : 'at most'} ${sumBounds(sum).max} %`;
  return `Other owners' known shares leave ${most} for these owners.`;
}

function notesOf({ regime, sum, weak, exempt, listings, hasUnknownProgrammes }: NoteInput): string[] {
  const notes: string[] = [];
  if (exempt) notes.push(regime.exemptNote);
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
  for (const listing of listings) {
    if (listing.from === null) notes.push('The first day of the listing is not known.');
    else if (!isFirm(listing.fromConfidence))
      notes.push(`The first day of the listing, ${listing.from}, is recalled and was not read.`);
  }
  return [...new Set(notes)];
}
