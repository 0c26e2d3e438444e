import { textAt } from '../../projection/id-table.ts';
import { NO_SHARE, upperPlace } from '../../projection/share-scale.ts';
import { doubtIn, holdsOn, type TieGraph, typeOf } from '../../projection/tie-graph.ts';

/** How one party reaches another over ownership, control and at most one affiliation. */
export interface Reached {
  readonly party: number;
  /** Positions of the ties in the graph, from the party the search started at. */
  readonly ties: readonly number[];
}

export interface ReachQuery {
  /** `up`: owners and controllers of the start; `down`: what the start owns and controls. */
  readonly direction: 'up' | 'down';
  /** Day number on which every tie must hold. */
  readonly day: number;
}

/** More tiers than this say nothing that a reader could defend. */
const MOST_TIES = 6;

interface State {
  readonly party: number;
  readonly affiliated: boolean;
  readonly before: State | null;
  readonly tie: number;
  /** Rank of the least certain tie so far. */
  readonly doubt: number;
  readonly length: number;
}

/**
 * Every party that holdings and control tie to the start in one direction, over one affiliation at most, with the
 * route of fewest ties and among those the best weakest tie. The start itself comes first, with no tie.
 *
 * Breadth-first over (party, affiliation used or not), a level at a time; within a level the least doubtful arrival
 * wins, which is exact because doubt never shrinks along a route.
 */
export function partyReach(graph: TieGraph, start: number, query: ReachQuery): Reached[] {
  const first: State = { party: start, affiliated: false, before: null, tie: -1, doubt: 0, length: 0 };
  const best = new Map<number, State>([[start, first]]);
  const seen = new Set([keyOf(first)]);
  let level = [first];
  for (let length = 1; length <= MOST_TIES && level.length > 0; length += 1) {
    level = arrivalsFrom(graph, level, { query, seen });
    for (const state of level) {
      seen.add(keyOf(state));
      const known = best.get(state.party);
      if (!known || (known.length === length && state.doubt < known.doubt)) best.set(state.party, state);
    }
  }
  return [...best.values()].map((state) => ({ party: state.party, ties: tiesOf(state) }));
}

interface Search {
  readonly query: ReachQuery;
  readonly seen: ReadonlySet<number>;
}

/** The states one tie further on that were not reached before, each by its least doubtful arrival. */
function arrivalsFrom(graph: TieGraph, level: readonly State[], { query, seen }: Search): State[] {
  const arrivals = new Map<number, State>();
  for (const state of level)
    for (const next of stepsFrom(graph, state, query)) {
      const key = keyOf(next);
      const known = arrivals.get(key);
      if (!seen.has(key) && (!known || next.doubt < known.doubt)) arrivals.set(key, next);
    }
  return [...arrivals.values()];
}

function keyOf({ party, affiliated }: State): number {
  return party * 2 + (affiliated ? 1 : 0);
}

function stepsFrom(graph: TieGraph, state: State, { direction, day }: ReachQuery): State[] {
  return [...tiesAt(graph, state.party)].flatMap((tie) => {
    if (!holdsOn(graph, tie, day)) return [];
    const isUpper = graph.a[tie] === state.party;
    const affiliated = typeOf(graph, tie) === 'AFFILIATED_WITH';
    const allowed = affiliated ? !state.affiliated : isHeld(graph, tie) && isUpper === (direction === 'down');
    if (!allowed) return [];
    const next = {
      party: (isUpper ? graph.b[tie] : graph.a[tie]) ?? -1,
      affiliated: state.affiliated || affiliated,
      doubt: Math.max(state.doubt, doubtIn(graph.mark[tie] ?? 0)),
    };
    return [{ ...next, tie, before: state, length: state.length + 1 }];
  });
}

/** Positions of the ties of a thing. */
export function tiesAt(graph: TieGraph, thing: number): Int32Array {
  return graph.tie.subarray(graph.bounds[2 * thing], graph.bounds[2 * thing + 2]);
}

/** A holding known to be of nothing ties nobody. */
function isHeld(graph: TieGraph, tie: number): boolean {
  const type = typeOf(graph, tie);
  if (type !== 'OWNS') return type === 'CONTROLS';
  return textAt(graph.scale, upperPlace(graph.shareMax[tie] ?? NO_SHARE.upper)) !== '0';
}

function tiesOf(state: State): number[] {
  const ties: number[] = [];
  for (let at: State | null = state; at?.before; at = at.before) ties.push(at.tie);
  return ties.reverse();
}
