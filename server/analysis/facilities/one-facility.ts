import { CONFIDENCES, weakest } from '../../facts/confidence.ts';
import { covers, type Interval } from '../../facts/dates.ts';
import { type Facility, type Facts, joinsFacilities, type PhysicalLink } from '../../facts/facts.ts';
import type { Destinations } from '../../regulation/read.ts';
import type { JoinedFacility, NodeClass } from './joined.ts';

type FacilityFacts = Pick<Facts, 'facilities' | 'physicalLinks'>;

interface Context {
  readonly byId: ReadonlyMap<string, Facility>;
  /** Country codes at which Red Flag 27 is raised. */
  readonly destinations: ReadonlySet<string>;
}

/**
 * The one-facility relation over time: every facility that is not itself advanced, with each advanced or unknown
 * one it is physically joined to. A shared campus, a planned link and a link that a source denies join nothing.
 */
export function joinedFacilities(facts: FacilityFacts, { countries }: Destinations): JoinedFacility[] {
  const context: Context = {
    byId: new Map(facts.facilities.map((facility) => [facility.id, facility])),
    destinations: new Set(countries.map((country) => country.code)),
  };
  // By id, so that of two equal paths the same one is taken in whatever order the facts come.
  const joining = facts.physicalLinks
    .filter((link) => joinsFacilities(link.kind))
    .sort((x, y) => x.id.localeCompare(y.id));
  return groupsOf(joining).flatMap((links) => sweepGroup(links, context));
}

/** The node class of a facility on a day. An advanced fab with a start date was not advanced before it. */
function nodeClassOn(facility: Facility, date: string | null): NodeClass {
  if (facility.advancedNode === null) return 'unknown';
  if (!facility.advancedNode) return 'not-advanced';
  const { advancedFrom, advancedTo } = facility;
  if (date === null) return advancedFrom === null ? 'advanced' : 'not-advanced';
  return covers({ from: advancedFrom, to: advancedTo }, date) ? 'advanced' : 'not-advanced';
}

/** Groups of links that touch each other, whatever their dates. */
function groupsOf(links: readonly PhysicalLink[]): PhysicalLink[][] {
  const groups: PhysicalLink[][] = [];
  const left = new Set(links);
  for (const start of left) {
    const group = [start];
    left.delete(start);
    for (const { a, b } of group) {
      for (const other of left) {
        if (![other.a, other.b].some((end) => end === a || end === b)) continue;
        group.push(other);
        left.delete(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function sweepGroup(links: readonly PhysicalLink[], context: Context): JoinedFacility[] {
  const facilities = [...new Set(links.flatMap(({ a, b }) => [a, b]))].flatMap(
    (id) => context.byId.get(id) ?? [],
  );
  const edges = [
    ...links.flatMap(({ from, to }) => [from, to]),
    ...facilities.flatMap(({ advancedFrom, advancedTo }) => [advancedFrom, advancedTo]),
  ];
  const dates = [...new Set(edges.filter((date) => date !== null))].sort();
  const stretches = [null, ...dates].map((from, index) => ({ from, to: dates[index] ?? null }));
  const joined = stretches.flatMap((stretch) => joinedOn(stretch, links, facilities));
  return mergeNeighbours(
    joined.map((each) => ({ ...each, destination: destinationOf(each.facility, context) })),
  );
}

function destinationOf(facility: string, { byId, destinations }: Context): JoinedFacility['destination'] {
  const country = byId.get(facility)?.country ?? null;
  if (country === null) return 'unknown';
  return destinations.has(country) ? 'covered' : 'elsewhere';
}

type JoinedAnywhere = Omit<JoinedFacility, 'destination'>;

function joinedOn(
  stretch: Interval,
  links: readonly PhysicalLink[],
  facilities: readonly Facility[],
): JoinedAnywhere[] {
  const active = links.filter((link) =>
    stretch.from === null ? link.from === null : covers(link, stretch.from),
  );
  const targets = facilities.filter((facility) => nodeClassOn(facility, stretch.from) !== 'not-advanced');
  const others = facilities.filter((facility) => nodeClassOn(facility, stretch.from) !== 'advanced');
  return targets.flatMap((target) => {
    const paths = bestPaths(target.id, active);
    const node = nodeClassOn(target, stretch.from) === 'advanced' ? 'advanced' : 'unknown';
    return others.flatMap((facility) => {
      const path = paths.get(facility.id);
      return path && facility.id !== target.id ? [toJoined(stretch, node, facility.id, path)] : [];
    });
  });
}

/** Links and facilities from some facility to the one the search started at. */
interface Path {
  readonly links: readonly PhysicalLink[];
  readonly via: readonly string[];
}

/**
 * The best path from every facility to one target: most certain weakest link first, then fewest links. Widest
 * path by levels of certainty (Pollack 1960): the links of the highest certainty are tried alone, then the next.
 */
function bestPaths(target: string, links: readonly PhysicalLink[]): Map<string, Path> {
  const best = new Map<string, Path>();
  for (const [level] of CONFIDENCES.entries()) {
    const allowed = links.filter((link) => CONFIDENCES.indexOf(link.confidence) <= level);
    for (const [id, path] of shortestPaths(target, allowed)) if (!best.has(id)) best.set(id, path);
  }
  return best;
}

function shortestPaths(target: string, links: readonly PhysicalLink[]): Map<string, Path> {
  const paths = new Map<string, Path>([[target, { links: [], via: [target] }]]);
  for (const [id, path] of paths) {
    for (const link of links) {
      const next = link.a === id ? link.b : link.b === id ? link.a : null;
      if (next === null || paths.has(next)) continue;
      paths.set(next, { links: [link, ...path.links], via: [next, ...path.via] });
    }
  }
  return paths;
}

function toJoined(
  { from, to }: Interval,
  advancedNode: 'advanced' | 'unknown',
  facility: string,
  path: Path,
): JoinedAnywhere {
  const advanced = path.via.at(-1) ?? '';
  const confidence = weakest(path.links.map((link) => link.confidence));
  const weakestLink = path.links.find((link) => link.confidence === confidence)?.id ?? '';
  return {
    id: ['joined', facility, advanced, from ?? 'always'].join(':'),
    facility,
    advanced,
    advancedNode,
    hops: path.links.length,
    links: path.links.map((link) => link.id),
    kinds: path.links.map((link) => link.kind),
    via: path.via,
    confidence,
    weakestLink,
    from,
    to,
  };
}

/** Joins stretches that follow each other and say the same. */
function mergeNeighbours(joined: readonly JoinedFacility[]): JoinedFacility[] {
  const merged: JoinedFacility[] = [];
  const last = new Map<string, number>();
  for (const each of joined) {
    const key = JSON.stringify([each.facility, each.advanced, each.advancedNode, each.links]);
    const index = last.get(key);
    const before = index === undefined ? undefined : merged[index];
    if (index !== undefined && before && before.to === each.from) merged[index] = { ...before, to: each.to };
    else last.set(key, merged.push(each) - 1);
  }
  return merged;
}
