import { NotFoundError } from '../errors.ts';
import { covers } from '../facts/dates.ts';
import type { Regime } from '../regulation/read.ts';
import type { OnDay } from '../store/queries/on-day.ts';
import type { StoredVerdict } from '../store/queries/verdicts.ts';
import type { WireRegime } from '../wire/overview.ts';
import type { WireListing, WireVerdict } from '../wire/verdict.ts';
import { thresholdInWords, verdictSentence } from './sentences.ts';

/** Is a regime in force on a day, is that confirmed, and what is to be said about it? */
export function standing(regime: Regime, asOf: string): Pick<WireRegime, 'inForce' | 'confirmed' | 'note'> {
  const period = regime.inForce.find((each) => covers(each, asOf));
  return {
    inForce: period !== undefined,
    confirmed: period?.confirmed ?? true,
    note: period?.note ?? regime.notInForceNote,
  };
}

/** A regime as it stands on a day. */
export function regimeView(regime: Regime, asOf: string): WireRegime {
  const test = regime.tests.find((each) => covers(each, asOf));
  return {
    id: regime.id,
    title: regime.title,
    citation: regime.citation,
    ...standing(regime, asOf),
    notes: regime.notes,
    intervals: regime.inForce,
    threshold: thresholdInWords(test),
    control: test?.control ?? false,
    restrictedOwners: regime.restrictedOwners.map(({ list }) => list),
  };
}

/** The BIS regime that decides on a day: the first of those in force, in the order of the regulation. */
export function decidingRegime(regimes: readonly Regime[], asOf: string): string {
  const inForce = regimes.find((regime) => regime.id.startsWith('bis-') && standing(regime, asOf).inForce);
  return inForce?.id ?? regimes[0]?.id ?? '';
}

/**
 * The day of a request with its regime: the one named, or the one that decides that day.
 *
 * @throws NotFoundError for a regime that does not exist, which would otherwise read as `not captured`
 */
export function onDay({ asOf, regime }: DayRequest, regimes: readonly Regime[]): OnDay {
  return {
    asOf,
    regime: regime === undefined ? decidingRegime(regimes, asOf) : knownRegime(regimes, regime),
  };
}

interface DayRequest {
  readonly asOf: string;
  readonly regime?: string | undefined;
}

export function knownRegime(regimes: readonly Regime[], id: string): string {
  if (regimes.some((regime) => regime.id === id)) return id;
  const known = regimes.map((regime) => regime.id).join(', ');
  throw new NotFoundError(`There is no regime "${id}".`, `Use one of: ${known}.`);
}

export interface ViewContext {
  readonly regime: Regime;
  readonly party: string;
  readonly name: string;
  readonly asOf: string;
  readonly listings: readonly WireListing[];
}

/** A stored verdict, or the absence of one, as it reads on a day. */
export function verdictView(verdict: StoredVerdict | null, context: ViewContext): WireVerdict {
  const { regime, party, name, asOf, listings } = context;
  const { inForce, confirmed, note } = standing(regime, asOf);
  const own = listings.filter(({ id, active }) => active && (verdict?.listings.includes(id) ?? false));
  const listed = own.map(
    ({ listTitle, footnotes, from }) =>
      `${listTitle}${footnotes.length > 0 ? `, footnote ${footnotes.join(', ')}` : ''}${from === null ? ' (first day unknown)' : ''}`,
  );
  const sentence = verdictSentence(verdict, { name, regime, asOf, listed: listed.join(' and ') });
  const rest = { inForce, confirmed, regimeNote: note, sentence };
  if (verdict) return { ...verdict, ...rest };
  const test = regime.tests.find((each) => covers(each, asOf));
  return {
    ...{
      id: null,
      party,
      regime: regime.id,
      regimeTitle: regime.title,
      outcome: 'not-captured',
      from: null,
      to: null,
    },
    ...{
      shareMin: '0',
      shareMax: '0',
      shareMinExclusive: false,
      shareMaxExclusive: false,
      heldShare: '0 %',
      threshold: test?.threshold ?? null,
      weak: false,
      exempt: false,
      heldBy: '',
      steps: [],
    },
    ...{ mostRestrictive: null, listings: [], confidence: 'verified' },
    notes: ['No restricted owner is recorded; that is no proof that there is none.'],
    ...rest,
  };
}
