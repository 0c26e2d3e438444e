import { weakest } from '../../facts/confidence.ts';
import type { Interval } from '../../facts/dates.ts';
import type { Facility, Facts, PhysicalLink } from '../../facts/facts.ts';
import { joinsFacilities } from '../../facts/links.ts';
import type { Regulation } from '../../regulation/read.ts';
import type { JoinedFacility, NodePeriod } from './joined.ts';
import { nodePeriods } from './node-periods.ts';
import {
  type BestPaths,
  bestPaths,
  indexLinks,
  type LinkIndex,
  type PhysicalPath,
} from './physical-paths.ts';
import { holdsOn, mergeStretches, stretchesBetween } from './stretches.ts';

type FacilityFacts = Pick<Facts, 'facilities' | 'physicalLinks'>;
type FacilityLaw = Pick<Regulation, 'destinations' | 'advancedNode'>;

interface Context {
  readonly byId: ReadonlyMap<string, Facility>;
  readonly classes: ReadonlyMap<string, readonly NodePeriod[]>;
  /** Country codes at which Red Flag 27 is raised. */
  readonly destinations: ReadonlySet<string>;
}

/**
 * The one-facility relation over time: every facility that is not itself advanced, with each advanced or unknown
 * one it is physically joined to, by the most certain path and by a shorter one where there is one. A shared campus, a
 * planned link and a link that a source denies join nothing.
 */
export function joinedFacilities(facts: FacilityFacts, law: FacilityLaw): JoinedFacility[] {
  const linked = new Set(facts.physicalLinks.flatMap(({ a, b }) => [a, b]));
  const facilities = facts.facilities.filter(({ id }) => linked.has(id));
  const context: Context = {
    byId: new Map(facilities.map((facility) => [facility.id, facility])),
    classes: byFacility(nodePeriods({ facilities }, law.advancedNode)),
    destinations: new Set(law.destinations.countries.map((country) => country.code)),
  };
  // By id, so that of two equal paths the same one is taken in whatever order the facts come.
  const joining = facts.physicalLinks
    .filter((link) => joinsFacilities(link.kind))
    .sort((x, y) => x.id.localeCompare(y.id));
  return groupsOf(joining).flatMap((links) => sweepGroup(links, context));
}

function byFacility(periods: readonly NodePeriod[]): Map<string, NodePeriod[]> {
  const classes = new Map<string, NodePeriod[]>();
  for (const period of periods) {
    const known = classes.get(period.facility);
    if (known) known.push(period);
    else classes.set(period.facility, [period]);
  }
  return classes;
}

/** Groups of links that touch each other, whatever their dates; linear, since each link is in one group. */
function groupsOf(links: readonly PhysicalLink[]): PhysicalLink[][] {
  const index = indexLinks(links);
  const order = new Map(links.map((link, at) => [link, at]));
  const seen = new Set<PhysicalLink>();
  return links.flatMap((start) => {
    if (seen.has(start)) return [];
    const group = [...groupAround(start, index)];
    for (const link of group) seen.add(link);
    return [group.sort((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0))];
  });
}

/** All links that a link is tied to through the facilities at its ends. A set grows while it is walked. */
function groupAround(start: PhysicalLink, index: LinkIndex): Set<PhysicalLink> {
  const group = new Set([start]);
  const ends = new Set([start.a, start.b]);
  for (const end of ends)
    for (const link of index.get(end) ?? []) {
      group.add(link);
      ends.add(link.a).add(link.b);
    }
  return group;
}

function sweepGroup(links: readonly PhysicalLink[], context: Context): JoinedFacility[] {
  const ids = [...new Set(links.flatMap(({ a, b }) => [a, b]))];
  const classes = ids.flatMap((id) => context.classes.get(id) ?? []);
  const stretches = stretchesBetween([...links, ...classes].flatMap(({ from, to }) => [from, to]));
  const joined = stretches.flatMap((stretch) => {
    const index = indexLinks(links.filter((link) => holdsOn(link, stretch)));
    return joinedOn(stretch, { index, classes: classes.filter((period) => holdsOn(period, stretch)) });
  });
  return mergeStretches(
    joined.map((each) => ({ ...each, destination: destinationOf([each.facility, each.advanced], context) })),
    ({ facility, advanced, advancedNode, path, links: by, confidence }) =>
      JSON.stringify([facility, advanced, advancedNode, path, by, confidence]),
  );
}

/** Where both stand: 15 CFR 744.23 asks for the one as for the other, since the two are one facility. */
function destinationOf(
  both: readonly string[],
  { byId, destinations }: Context,
): JoinedFacility['destination'] {
  const countries = both.map((facility) => byId.get(facility)?.country ?? null);
  if (countries.some((country) => country !== null && !destinations.has(country))) return 'elsewhere';
  return countries.includes(null) ? 'unknown' : 'covered';
}

type JoinedAnywhere = Omit<JoinedFacility, 'destination'>;

interface GroupOnDay {
  readonly index: LinkIndex;
  readonly classes: readonly NodePeriod[];
}

function joinedOn(stretch: Interval, { index, classes }: GroupOnDay): JoinedAnywhere[] {
  const others = classes.filter(({ nodeClass }) => nodeClass !== 'advanced');
  return classes
    .filter(({ nodeClass }) => nodeClass !== 'not-advanced')
    .flatMap((target) => {
      const paths = bestPaths(target.facility, index);
      return others.flatMap(({ facility }) => {
        const best = facility === target.facility ? undefined : paths.get(facility);
        return best ? bothPaths(best).map((path) => toJoined(stretch, target, path)) : [];
      });
    });
}

type NamedPath = PhysicalPath & Pick<JoinedFacility, 'path'>;

function bothPaths({ mostCertain, shortest }: BestPaths): NamedPath[] {
  const certain = { ...mostCertain, path: 'most-certain' } as const;
  return mostCertain === shortest ? [certain] : [certain, { ...shortest, path: 'shortest' }];
}

function toJoined(
  { from, to }: Interval,
  target: NodePeriod,
  { path, links, via }: NamedPath,
): JoinedAnywhere {
  const [facility = ''] = via;
  const ofLinks = weakest(links.map((link) => link.confidence));
  const ofClass = target.basis === 'technology' && target.nodeClass === 'advanced' ? [target.confidence] : [];
  const marks = path === 'shortest' ? ['shortest'] : [];
  return {
    id: ['joined', facility, target.facility, from ?? 'always', ...marks].join(':'),
    facility,
    advanced: target.facility,
    advancedNode: target.nodeClass === 'advanced' ? 'advanced' : 'unknown',
    path,
    hops: links.length,
    links: links.map((link) => link.id),
    kinds: links.map((link) => link.kind),
    via,
    confidence: weakest([ofLinks, ...ofClass]),
    weakestLink: links.find((link) => link.confidence === ofLinks)?.id ?? '',
    from,
    to,
  };
}
