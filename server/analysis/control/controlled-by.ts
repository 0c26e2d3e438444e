import { EDGE_KIND } from '../../projection/ownership-graph.ts';
import { atMost, type ControlDay, edgesDown, type Held } from './control-day.ts';

/**
 * `certain` takes the lower bound of every share and firm links only. `possible` takes the upper bound, no higher than
 * other owners leave, and what is merely reported or recalled.
 */
export type ControlBound = 'certain' | 'possible';

/** Steps of work that may still be done for one question; a search stops when none is left. */
export interface Budget {
  left: number;
}

/** How far to look. */
export interface Search {
  readonly bound: ControlBound;
  readonly budget: Budget;
  /** Only these parties; all of them when left out. */
  readonly within?: ReadonlySet<number>;
  /** Stops as soon as one of these is controlled. */
  readonly until?: ReadonlySet<number>;
}

/**
 * Whom a party controls, each with the place at which it was found; the party itself has place 0.
 *
 * The least fixpoint of: x controls y when x, together with the parties that it controls, holds more than half of y, or
 * when a control link or a branch ties y to x or to one of them. This is the company control problem (Ceri, Gottlob and
 * Tanca, "Logic Programming and Databases", 1990). A party is found only after everybody whose shares were needed, so
 * the places give an explanation without circles. Each tie is looked at once.
 */
export function controlledBy(control: ControlDay, controller: number, search: Search): Map<number, number> {
  const found = new Map([[controller, 0]]);
  const held = new Map<number, Held>();
  const queue = [controller];
  for (const party of queue) {
    if (search.budget.left < 0) break;
    for (const edge of edgesDown(control, party)) {
      search.budget.left -= 1;
      const owned = control.graph.owned[edge] ?? 0;
      if (found.has(owned) || !brings(control, { edge, held }, search)) continue;
      found.set(owned, found.size);
      if (search.until?.has(owned)) return found;
      queue.push(owned);
    }
  }
  return found;
}

interface Adding {
  readonly edge: number;
  /** What was found so far holds of each party. */
  readonly held: Map<number, Held>;
}

/** Is the owned party controlled, now that this tie counts too? */
function brings(control: ControlDay, { edge, held }: Adding, { bound, within }: Search): boolean {
  const owned = control.graph.owned[edge] ?? 0;
  if (within?.has(owned) === false) return false;
  if (control.graph.kind[edge] !== EDGE_KIND.holding) return ties(control, edge, bound);
  const before = held.get(owned) ?? { min: 0n, max: 0n };
  const now = { min: before.min + (control.min[edge] ?? 0n), max: before.max + (control.max[edge] ?? 0n) };
  held.set(owned, now);
  return isMajority(control, owned, now, bound);
}

/** Does the party control one of the others? */
export function controlsOneOf(
  control: ControlDay,
  controller: number,
  others: ReadonlySet<number>,
  search: Search,
): boolean {
  const found = controlledBy(control, controller, { ...search, until: others });
  for (const party of found.keys()) if (party !== controller && others.has(party)) return true;
  return false;
}

/** A control link or branch is control by itself. */
export function ties({ graph }: ControlDay, edge: number, bound: ControlBound): boolean {
  if (graph.kind[edge] === EDGE_KIND.holding) return false;
  return bound === 'possible' || graph.weak[edge] !== 1;
}

/** More than half, exactly: 50 percent control nobody. */
export function isMajority(control: ControlDay, party: number, held: Held, bound: ControlBound): boolean {
  return (bound === 'certain' ? held.min : atMost(control, party, held)) > control.half;
}
