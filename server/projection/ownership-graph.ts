import { isFirm } from '../facts/confidence.ts';
import { DAY_MAX, DAY_MIN, toDay } from '../facts/dates.ts';
import type { Control, Facts, Holding, Party } from '../facts/facts.ts';
import { type Share, UNKNOWN_SHARE } from '../facts/share.ts';
import { type FlatOwnership, flatOwnership, TIE, TIE_WEAK } from './flat-ownership.ts';
import { type MergedHolding, mergeHoldings } from './merge-holdings.ts';
import { partyTicks, tieBounds } from './tie-bounds.ts';
import { createFractions, type Fractions, type PartyTicks } from './tie-ticks.ts';

/** What kind of tie it is. */
export const EDGE_KIND = { holding: 0, branch: 1, control: 2 } as const;

/** The facts behind one tie. */
interface TieFacts {
  readonly rows: readonly (Holding | Control)[];
  readonly share: Share;
  /** The share as firm rows alone state it. */
  readonly firmShare: Share;
  readonly conflicting: boolean;
}

/**
 * Who owns and controls whom: the flat arrays, and the facts behind them. Ties are sorted by owner, so the ties down from
 * party `p` are `down[p]` to `down[p + 1]`; those up to its owners are listed in `upEdges` between `up[p]` and
 * `up[p + 1]`.
 */
export interface OwnershipGraph
  extends Pick<FlatOwnership, 'owner' | 'owned' | 'from' | 'to' | 'down' | 'up' | 'maxOwners'> {
  readonly flat: FlatOwnership;
  /** One of `EDGE_KIND` for each tie. */
  readonly kind: Uint8Array;
  /** 1 where only reported or inferred facts are behind the tie. */
  readonly weak: Uint8Array;
  readonly upEdges: Int32Array;
  readonly parties: readonly Party[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Facts of each tie, in the order of the flat arrays. */
  readonly facts: readonly TieFacts[];
  readonly fractions: Fractions;
  /** Ticks of one party, as fine as its owners' shares demand. */
  readonly exactTicks: (party: number) => PartyTicks;
}

/** One tie on its way to the flat arrays. */
interface Tie {
  readonly owner: number;
  readonly owned: number;
  readonly from: number;
  readonly to: number;
  /** A byte made of `TIE` and `TIE_WEAK`. */
  readonly code: number;
  readonly facts: TieFacts;
}

/**
 * Projects holdings and control links to flat arrays. Every party has an index, also those that own nothing.
 *
 * @param thresholds percentages that sums will be compared with, exact text
 */
export function projectOwnership(
  facts: Pick<Facts, 'parties' | 'holdings' | 'controls'>,
  thresholds: readonly string[] = [],
): OwnershipGraph {
  const { parties } = facts;
  const indexOf = new Map(parties.map((party, index) => [party.id, index]));
  const ends = { parties, at: (id: string): number => indexOf.get(id) ?? -1 };
  const ties = [
    ...holdingTies(facts.holdings, ends),
    ...facts.controls.map((control) => controlTie(control, ends.at)),
  ];
  ties.sort((a, b) => a.from - b.from);
  const fractions = createFractions();
  const bounds = tieBounds(ties, { parties: parties.length, thresholds, fractions });
  const { flat, order } = flatOwnership({ parties: parties.length, ...columns(ties), ...bounds });
  const tieFacts = Array.from(order, (index) => ties[index]?.facts ?? NO_FACTS);
  const exactTicks = partyTicks({ flat, facts: tieFacts, thresholds, fractions });
  return { ...readable(flat), flat, parties, indexOf, facts: tieFacts, fractions, exactTicks };
}

/** True when the tie holds on the day. */
export function isActive(graph: Pick<OwnershipGraph, 'from' | 'to'>, edge: number, day: number): boolean {
  return (graph.from[edge] ?? DAY_MAX) <= day && day < (graph.to[edge] ?? DAY_MIN);
}

function readable({ owner, owned, from, to, tie, down, up, upTies, maxOwners }: FlatOwnership) {
  const kindOf = (code: number): number => {
    const kind = code & ~TIE_WEAK;
    if (kind === TIE.control) return EDGE_KIND.control;
    return kind === TIE.holding ? EDGE_KIND.holding : EDGE_KIND.branch;
  };
  const weak = tie.map((code) => (code & TIE_WEAK) / TIE_WEAK);
  return { owner, owned, from, to, kind: tie.map(kindOf), weak, down, up, upEdges: upTies, maxOwners };
}

const NO_FACTS: TieFacts = {
  rows: [],
  share: UNKNOWN_SHARE,
  firmShare: UNKNOWN_SHARE,
  conflicting: false,
};

function columns(ties: readonly Tie[]) {
  const days = (read: (tie: Tie) => number): Int32Array => Int32Array.from(ties, read);
  return {
    owner: days((tie) => tie.owner),
    owned: days((tie) => tie.owned),
    from: days((tie) => tie.from),
    to: days((tie) => tie.to),
    tie: Uint8Array.from(ties, (tie) => tie.code),
  };
}

interface Ends {
  readonly parties: readonly Party[];
  readonly at: (id: string) => number;
}

function holdingTies(holdings: readonly Holding[], ends: Ends): Tie[] {
  const pairs = new Map<number, Holding[]>();
  for (const holding of holdings) {
    const pair = ends.at(holding.owner) * ends.parties.length + ends.at(holding.owned);
    const key = 2 * pair + (holding.kind === 'branch' ? 1 : 0);
    const rows = pairs.get(key);
    if (rows) rows.push(holding);
    else pairs.set(key, [holding]);
  }
  const ties: Tie[] = [];
  for (const rows of pairs.values())
    for (const merged of mergeHoldings(rows)) ties.push(holdingTie(merged, ends));
  return ties;
}

function holdingTie(merged: MergedHolding, { parties, at }: Ends): Tie {
  const { rows, share, firmShare, conflicting, weak } = merged;
  const [owner, owned] = [at(rows[0]?.owner ?? ''), at(rows[0]?.owned ?? '')];
  const kind = rows[0]?.kind === 'branch' ? branchKind(parties[owner], parties[owned]) : TIE.holding;
  return {
    owner,
    owned,
    from: toDay(merged.from, DAY_MIN),
    to: toDay(merged.to, DAY_MAX),
    code: kind + (weak ? TIE_WEAK : 0),
    facts: { rows, share, firmShare, conflicting },
  };
}

function branchKind(owner: Party | undefined, branch: Party | undefined): number {
  const home = owner?.jurisdiction ?? null;
  const place = branch?.jurisdiction ?? null;
  if (home === null || place === null) return TIE.branch;
  return home === place ? TIE.branchAtHome : TIE.branchAbroad;
}

function controlTie(control: Control, at: (id: string) => number): Tie {
  return {
    owner: at(control.controller),
    owned: at(control.controlled),
    from: toDay(control.from, DAY_MIN),
    to: toDay(control.to, DAY_MAX),
    code: TIE.control + (isFirm(control.confidence) ? 0 : TIE_WEAK),
    facts: { ...NO_FACTS, rows: [control] },
  };
}
