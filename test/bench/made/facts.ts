import { fromDay } from '../../../server/facts/dates.ts';
import type { Facts } from '../../../server/facts/facts.ts';
import { normaliseCase } from '../../../server/normalise/from-case.ts';
import { TIE, TIE_WEAK } from '../../../server/projection/flat-ownership.ts';
import type { RawCase, RawRow } from '../../../server/readers/raw-case.ts';
import type { MadeGraph } from './graph.ts';
import { MADE_LISTS } from './listings.ts';
import { WHOLE } from './shares.ts';

type Section = 'parties' | 'holdings' | 'controls' | 'listings';
type Rows = { readonly [S in Section]: RawRow<S>[] };

const EMPTY: RawCase = {
  ...{ sources: [], parties: [], listings: [], holdings: [], investments: [], controls: [] },
  ...{ affiliations: [], officers: [], facilities: [], physicalLinks: [], orders: [] },
};

/** Id of a party of a made register. */
export function idOf(party: number): string {
  return `p${party}`;
}

/**
 * The made register as facts, one object each, as if read from files: what explanations are made from. Takes some
 * kilobytes a party, so not for millions.
 */
export function factsOf(graph: MadeGraph): Facts {
  const rows: Rows = { parties: [], holdings: [], controls: [], listings: [] };
  for (let party = 0; party < graph.parties; party += 1)
    add(rows.parties, 'parties', { id: idOf(party), name: `Party ${party}`, jurisdiction: 'CN' });
  for (let tie = 0; tie < graph.owner.length; tie += 1) addTie(rows, graph, tie);
  for (const [row, party] of graph.listings.party.entries()) addListing(rows, graph, { row, party });
  return normaliseCase({ ...EMPTY, ...rows }, { requireSources: false });
}

function add<S extends Section>(rows: RawRow<S>[], section: S, value: RawRow<S>['value']): void {
  rows.push({ file: 'bench', row: `${section}[${rows.length}]`, value });
}

function addTie(rows: Rows, graph: MadeGraph, at: number): void {
  const [owner, owned] = [idOf(graph.owner[at] ?? 0), idOf(graph.owned[at] ?? 0)];
  const tie = graph.tie[at] ?? 0;
  const confidence = (tie & TIE_WEAK) === 0 ? 'verified' : 'reported';
  const common = { confidence, ...datesOf(graph, at) } as const;
  const kind = tie & ~TIE_WEAK;
  if (kind === TIE.control)
    add(rows.controls, 'controls', { controller: owner, controlled: owned, ...common });
  else if (kind === TIE.branch) add(rows.holdings, 'holdings', { owner, owned, kind: 'branch', ...common });
  else add(rows.holdings, 'holdings', { owner, owned, ...shareOf(graph, at), ...common });
}

function addListing(
  rows: Rows,
  { listings }: MadeGraph,
  { row, party }: { row: number; party: number },
): void {
  const list = MADE_LISTS[listings.list[row] ?? 0] ?? MADE_LISTS[0];
  add(rows.listings, 'listings', { party: idOf(party), list, ...datesOf(listings, row) });
}

function datesOf(
  dated: Pick<MadeGraph, 'from' | 'to'>,
  at: number,
): { from: string | null; to: string | null } {
  return { from: fromDay(dated.from[at] ?? 0), to: fromDay(dated.to[at] ?? 0) };
}

function shareOf({ min, max }: MadeGraph, at: number): { share?: { min: string; max: string } } {
  const [least, most] = [min[at] ?? 0, max[at] ?? 0];
  return least === 0 && most === WHOLE ? {} : { share: { min: percent(least), max: percent(most) } };
}

function percent(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
