import { DAY_MAX, DAY_MIN, toDay } from '../../../server/facts/dates.ts';
import { TIE, TIE_WEAK } from '../../../server/projection/flat-ownership.ts';
import { type Random, seededRandom } from '../random.ts';
import { type MadeListings, makeListings } from './listings.ts';
import { makeShare, WHOLE } from './shares.ts';

/** How large a made graph is. The same options and seed give the same graph, byte for byte. */
export interface MadeOptions {
  readonly parties: number;
  /** Holdings; one control link or branch for every hundred of them comes on top. */
  readonly holdings: number;
  readonly listed: number;
  /** Distinct days on which ties and listings begin or end. */
  readonly days: number;
  readonly seed: number;
}

/** A made-up register as flat arrays, one entry a tie and no object for any: it fits at tens of millions. */
export interface MadeGraph {
  readonly parties: number;
  /** How many of the ties are holdings: they come first, sorted by the party that is owned. */
  readonly holdings: number;
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  /** Bytes made of `TIE` and `TIE_WEAK`, as the product has them. */
  readonly tie: Uint8Array;
  /** Bounds of the share, both inclusive, in hundredths of a percent. */
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** Day numbers, or `DAY_MIN` and `DAY_MAX` where open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly listings: MadeListings;
  /** The change days, ascending. */
  readonly days: readonly number[];
}

const SEED = 20_250_929;
const FIRST_DAY = toDay('2020-01-01', 0);
const DAYS_APART = 50;
/** Parties before this one have no owners, so that all others have enough parties before them. */
const NEAR = 64;
const HUB_EVERY = 1_000;
const LINKS_PER_HOLDING = 0.01;
const DATED = 0.3;
const ENDED = 0.2;
const REPORTED = 0.03;
const BRANCH = 0.1;

/** The options of a graph with `parties` parties and the usual rest: two holdings and 0.025 listed for each. */
export function usualSize(parties: number): MadeOptions {
  return { parties, holdings: 2 * parties, listed: Math.round(parties / 40), days: 50, seed: SEED };
}

/** The options of one of a row of graphs that double: the last has 8 million parties and 12 million holdings. */
export function doubledSize(parties: number): MadeOptions {
  return { ...usualSize(parties), holdings: 1.5 * parties };
}

/**
 * Makes a register. Parties are numbered group by group. Of a party's owners 70 % stand shortly before it, 25 %
 * anywhere before it, 5 % are hubs, of which the first hold a thousand or more at the usual size; one in two hundred
 * stands shortly after it and closes a circle.
 *
 * @param options at least a few hundred parties
 */
export function makeGraph(options: MadeOptions): MadeGraph {
  const random = seededRandom(options.seed);
  const days = Array.from({ length: options.days }, (_, index) => FIRST_DAY + index * DAYS_APART);
  const graph = emptyGraph(options, days);
  const owners = ownerCounts(options, random);
  let tie = 0;
  for (let party = NEAR; party < options.parties; party += 1) {
    addOwners(graph, random, { party, first: tie, end: tie + (owners[party] ?? 0) });
    tie += owners[party] ?? 0;
  }
  for (; tie < graph.owner.length; tie += 1) addLink(graph, random, tie);
  for (let each = 0; each < tie; each += 1) addDays(graph, random, each);
  return { ...graph, listings: makeListings(options, days, random) };
}

type Ties = Omit<MadeGraph, 'listings'>;

function emptyGraph({ parties, holdings }: MadeOptions, days: readonly number[]): Ties {
  const size = holdings + Math.floor(holdings * LINKS_PER_HOLDING);
  const numbers = (): Int32Array => new Int32Array(size);
  return {
    ...{ parties, holdings, days, tie: new Uint8Array(size) },
    ...{ owner: numbers(), owned: numbers(), min: numbers(), max: numbers() },
    ...{ from: numbers().fill(DAY_MIN), to: numbers().fill(DAY_MAX) },
  };
}

/** How many owners each party has: each holding falls on any party. */
function ownerCounts({ parties, holdings }: MadeOptions, random: Random): Uint16Array {
  const counts = new Uint16Array(parties);
  for (let holding = 0; holding < holdings; holding += 1) {
    const party = random.between(NEAR, parties - 1);
    counts[party] = (counts[party] ?? 0) + 1;
  }
  return counts;
}

interface Slice {
  readonly party: number;
  readonly first: number;
  readonly end: number;
}

/** What the owners of a party hold for certain never adds up to more than 100 %. */
function addOwners(graph: Ties, random: Random, { party, first, end }: Slice): void {
  let left = WHOLE;
  for (let tie = first; tie < end; tie += 1) {
    let owner = ownerOf(party, graph.parties, random);
    while (isAmong(graph.owner, owner, { first, end: tie })) owner = ownerOf(party, graph.parties, random);
    graph.owner[tie] = owner;
    graph.owned[tie] = party;
    const { held, min, max } = makeShare(left, random);
    graph.min[tie] = min;
    graph.max[tie] = max;
    left -= held;
  }
}

function isAmong(values: Int32Array, value: number, { first, end }: Omit<Slice, 'party'>): boolean {
  for (let at = first; at < end; at += 1) if (values[at] === value) return true;
  return false;
}

function ownerOf(party: number, parties: number, random: Random): number {
  const kind = random.next();
  if (kind < 0.005)
    return Math.min(parties - 1, party + random.between(1, 8)) - (party === parties - 1 ? 1 : 0);
  if (kind < 0.7) return party - 1 - Math.floor(NEAR * random.next() ** 2);
  if (kind < 0.95) return random.between(0, party - 1);
  return HUB_EVERY * Math.floor(Math.ceil(party / HUB_EVERY) * random.next() ** 1.5);
}

/** A control link, or a branch. */
function addLink(graph: Ties, random: Random, tie: number): void {
  const party = random.between(NEAR, graph.parties - 1);
  graph.owned[tie] = party;
  graph.owner[tie] = ownerOf(party, graph.parties, random);
  graph.tie[tie] = random.chance(BRANCH) ? TIE.branch : TIE.control;
  graph.max[tie] = WHOLE;
}

/** A tie that is only reported holds nothing for certain, as in the product's own projection. */
function addDays({ tie, min, from, to, days }: Ties, random: Random, at: number): void {
  if (random.chance(REPORTED)) {
    tie[at] = (tie[at] ?? 0) + TIE_WEAK;
    min[at] = 0;
  }
  if (!random.chance(DATED)) return;
  const start = random.between(0, days.length - 1);
  from[at] = days[start] ?? DAY_MIN;
  if (random.chance(ENDED) && start < days.length - 1)
    to[at] = days[random.between(start + 1, days.length - 1)] ?? DAY_MAX;
}
