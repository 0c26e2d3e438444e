import { ALWAYS, type Interval, intersect } from '../../facts/dates.ts';
import { GRADES } from '../../regulation/complex-shape.ts';
import type { Work } from '../../work.ts';
import { type ComplexStep, rankOf } from './step.ts';

/** A way from a party that the complex is named after, as a list linked backwards. */
export interface Trail extends Interval {
  readonly end: string;
  readonly before: Trail | null;
  readonly step: ComplexStep | null;
  /** Rank of its weakest step. */
  readonly worst: number;
  /** Steps that are not members' own; each after the first lowers the grade by one. */
  readonly loose: number;
}

/** What a search goes over. */
export interface Ground {
  /** Null is a pause. */
  readonly stepsFrom: (party: string) => Iterable<ComplexStep | null>;
  /** False for parties that a way may reach and not leave: a state body has thousands of companies. */
  readonly leadsOn: (party: string) => boolean;
  /** Most loose steps in a way. */
  readonly mostSteps: number;
}

/** All ways to one party. */
export interface Arrivals {
  readonly trails: Trail[];
  /** True when there were more of the same days than are kept; the strongest are kept. */
  cut: boolean;
}

/** Ways to one party on the very same days that are kept. */
const MOST_ALIKE = 20;
/** Each looks at all ties of a party. */
const TRAILS_BETWEEN_PAUSES = 20;
const WEAK = rankOf('weak');
const SHOWN = rankOf('shown');

/**
 * Rank of a way: that of its weakest step, lowered by one for each loose step after the first. It never falls when a
 * step is added, which is what lets the search go by rank.
 */
export function rankOfTrail({ worst, loose }: Pick<Trail, 'worst' | 'loose'>): number {
  return worst + Math.max(0, loose - 1);
}

/**
 * All ways without loops from the anchors, strongest first: uniform-cost search (Dijkstra 1959) with buckets, since
 * ranks are small whole numbers. A way that is a weak lead or less leads nowhere: what hangs on a lead is none.
 *
 * At most twenty ways to a party over the same days go on. That loses no grade on any day: what could follow one way
 * more could follow each of the twenty, which are as strong and hold on the same days.
 */
export function* findTrails(anchors: readonly string[], ground: Ground): Work<Map<string, Arrivals>> {
  const found = new Map<string, Arrivals>();
  const alike = new Map<string, number>();
  const queue = new Buckets(ground.mostSteps);
  for (const end of anchors) queue.add({ end, before: null, step: null, worst: 0, loose: 0, ...ALWAYS });
  for (let trail = queue.next(); trail; trail = queue.next()) {
    if (queue.taken % TRAILS_BETWEEN_PAUSES === 0) yield;
    if (trail.step && !keep(trail, found, alike)) continue;
    for (const next of onwards(trail, ground)) {
      if (next === null) yield;
      else if (!anchors.includes(next.end)) queue.add(next);
    }
  }
  return found;
}

function keep(trail: Trail, found: Map<string, Arrivals>, alike: Map<string, number>): boolean {
  const arrivals = found.get(trail.end) ?? { trails: [], cut: false };
  found.set(trail.end, arrivals);
  const key = JSON.stringify([trail.end, trail.from, trail.to]);
  const count = alike.get(key) ?? 0;
  alike.set(key, count + 1);
  if (count >= MOST_ALIKE) arrivals.cut = true;
  else arrivals.trails.push(trail);
  return count < MOST_ALIKE;
}

function* onwards(trail: Trail, ground: Ground): Generator<Trail | null> {
  if (rankOfTrail(trail) >= WEAK || !ground.leadsOn(trail.end)) return;
  for (const step of ground.stepsFrom(trail.end)) {
    if (step === null) yield null;
    else yield* onwardsBy(trail, step, ground);
  }
}

/** The way that goes on over this step, if there is one. */
function* onwardsBy(trail: Trail, step: ComplexStep, { mostSteps }: Ground): Generator<Trail> {
  const days = mayFollow(trail, step) ? intersect([trail, step]) : null;
  if (!days || isOn(trail, step.b)) return;
  const worst = Math.max(trail.worst, rankOf(step.grade));
  const loose = trail.loose + (step.grade === 'member' ? 0 : 1);
  const next = { end: step.b, before: trail, step, worst, loose, ...days };
  const rank = rankOfTrail(next);
  if (loose <= mostSteps && (rank <= WEAK || (rank === SHOWN && loose === 1))) yield next;
}

/** The way upwards is open only from the top: the other owner of a subsidiary is no part of the complex. */
function mayFollow(trail: Trail, step: ComplexStep): boolean {
  if (step.via !== null && step.via === trail.step?.via) return false;
  if (step.kind !== 'parent') return true;
  return trail.step === null || trail.step.kind === 'parent';
}

function isOn(trail: Trail, party: string): boolean {
  for (let at: Trail | null = trail; at; at = at.before) if (at.end === party) return true;
  return false;
}

/** Trails by rank, then by loose steps, then as they came. */
class Buckets {
  readonly #buckets: Trail[][];
  readonly #taken: number[];
  readonly #width: number;
  /** How many were taken out so far. */
  taken = 0;

  constructor(mostSteps: number) {
    this.#width = mostSteps + 1;
    this.#buckets = Array.from({ length: GRADES.length * this.#width }, () => []);
    this.#taken = this.#buckets.map(() => 0);
  }

  add(trail: Trail): void {
    this.#buckets[rankOfTrail(trail) * this.#width + trail.loose]?.push(trail);
  }

  next(): Trail | null {
    for (const [at, bucket] of this.#buckets.entries()) {
      const taken = this.#taken[at] ?? 0;
      const trail = bucket[taken];
      if (!trail) continue;
      this.#taken[at] = taken + 1;
      this.taken += 1;
      return trail;
    }
    return null;
  }
}
