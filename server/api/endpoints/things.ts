import { z } from 'zod';
import { NotFoundError } from '../../errors.ts';
import { covers } from '../../facts/dates.ts';
import type { Runner } from '../../store/connection.ts';
import { readFindingsOf } from '../../store/queries/findings.ts';
import { countNeighbours } from '../../store/queries/neighbours.ts';
import * as nodes from '../../store/queries/node-classes.ts';
import { search } from '../../store/queries/search.ts';
import * as things from '../../store/queries/things.ts';
import { readVerdictsOn, type StoredVerdict } from '../../store/queries/verdicts.ts';
import { facilityReplyShape, partyReplyShape, searchHitShape } from '../../wire/things.ts';
import type { WireListing, WireVerdict } from '../../wire/verdict.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, limit, NO_BODY, NOTHING, type Route, regime } from '../route.ts';
import { facilitySentence } from '../sentences.ts';
import { decidingRegime, onDay, verdictView } from '../verdict-view.ts';

/** Parties and facilities, with everything known. */
export const thingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/search',
    summary:
      'Parties and facilities by name in any script, with typing errors, or by LEI or registration number',
    params: NOTHING,
    query: z.strictObject({
      q: z.string().min(1).max(300).describe('A name in any script, or an identifier'),
      kind: z.enum(['all', 'party', 'facility']).default('all').describe('What to look for'),
      limit: limit(20, 100),
      asOf,
      regime,
    }),
    body: NO_BODY,
    reply: z.object({ query: z.string(), hits: z.array(searchHitShape) }),
    handle: async ({ query }, { store, law }) => {
      const day = onDay(query, law.regulation.regimes);
      const { q: text, kind, limit: most } = query;
      return { query: text, hits: await store().read((tx) => search(tx, { text, kind, limit: most, day })) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/parties/:id',
    summary:
      'One party: verdicts on a day with their arithmetic, findings, listings, timeline, neighbours, sources',
    params: ID,
    query: z.strictObject({ asOf }),
    body: NO_BODY,
    reply: partyReplyShape,
    handle: ({ params, query }, deps) => deps.store().read((tx) => party(tx, params.id, query.asOf, deps)),
  }),
  defineRoute({
    method: 'get',
    path: '/facilities/:id',
    summary: 'One facility: physical links, what it counts as one with, findings, operator, sources',
    params: ID,
    query: z.strictObject({ asOf }),
    body: NO_BODY,
    reply: facilityReplyShape,
    handle: ({ params, query }, deps) => deps.store().read((tx) => facility(tx, params.id, query.asOf, deps)),
  }),
];

async function party(tx: Runner, id: string, day: string, deps: Deps) {
  // All at once: the statements go to Neo4j one behind the other, without waiting for each answer.
  const [found, listings, findings, stored, cautions, facilities, dataFindings, neighbours] =
    await Promise.all([
      things.readParty(tx, id),
      things.readListings(tx, id, day),
      readFindingsOf(tx, id),
      readVerdictsOn(tx, id, day),
      things.readCautions(tx, id),
      things.readFacilitiesOf(tx, id, day),
      things.readDataFindings(tx, id),
      countNeighbours(tx, id, day),
    ]);
  if (!found)
    throw new NotFoundError(
      `There is no party "${id}".`,
      'Search for it by name; ids are those of the facts loaded.',
    );
  const shown = { id, name: found.name, day, listings, stored: stored.verdicts };
  const verdicts = viewsOf(shown, deps);
  const now = findings.filter((finding) => covers(finding, day));
  const cited = [found, ...listings, ...cautions].flatMap(({ sources }) => sources);
  const argued = await sourcesOfSteps(tx, verdicts, day);
  return {
    asOf: day,
    party: found,
    verdicts,
    deciding: decidingRegime(deps.law.regulation.regimes, day),
    listings,
    findings: now,
    otherFindings: findings.length - now.length,
    timeline: stored.spans.map(({ heldShare: share, id: verdict, ...span }) => ({ ...span, share, verdict })),
    facilities,
    cautions,
    dataFindings: dataFindings.filter((finding) => covers(finding, day)),
    neighbours,
    sources: await things.readSources(tx, [...cited, ...argued]),
  };
}

/** Sources behind the arithmetic: those of each holding, and of the listings of the owners it starts from. */
async function sourcesOfSteps(tx: Runner, verdicts: readonly WireVerdict[], day: string): Promise<string[]> {
  const steps = verdicts.flatMap((verdict) => verdict.steps);
  const owners = new Set(steps.flatMap((step) => (step.ownerOutcome === 'listed' ? [step.owner] : [])));
  const listings = await things.readListingsOf(tx, [...owners], day);
  const of = (owner: string) => listings.filter(({ party, active }) => active && party === owner);
  return [
    ...steps.flatMap((step) => step.sources),
    ...[...owners].flatMap((owner) => of(owner).flatMap(({ sources }) => sources)),
  ];
}

interface PartyOnDay {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly listings: readonly WireListing[];
  readonly stored: readonly StoredVerdict[];
}

function viewsOf({ id, name, day, listings, stored }: PartyOnDay, { law }: Deps): WireVerdict[] {
  return law.regulation.regimes.map((regime) => {
    const verdict = stored.find((each) => each.regime === regime.id) ?? null;
    return verdictView(verdict, { regime, party: id, name, asOf: day, listings });
  });
}

async function operatorVerdicts(
  tx: Runner,
  { id, name, day }: Pick<PartyOnDay, 'id' | 'name' | 'day'>,
  deps: Deps,
): Promise<WireVerdict[]> {
  const [{ verdicts: stored }, listings] = await Promise.all([
    readVerdictsOn(tx, id, day),
    things.readListings(tx, id, day),
  ]);
  return viewsOf({ id, name, day, listings, stored }, deps);
}

async function facility(tx: Runner, id: string, day: string, deps: Deps) {
  const found = await things.readFacility(tx, id);
  if (!found)
    throw new NotFoundError(
      `There is no facility "${id}".`,
      'Search for it by name; ids are those of the facts loaded.',
    );
  const physicalLinks = await things.readPhysicalLinks(tx, id);
  const joined = await nodes.readJoined(tx, id);
  const nodeClasses = await nodes.readNodeClasses(tx, id);
  const nodeClass = nodeClasses.find((each) => covers(each, day));
  if (!nodeClass) throw new Error(`The facility "${id}" has no node class on ${day}; load again.`);
  const findings = (await readFindingsOf(tx, id)).filter((finding) => covers(finding, day));
  const deciding = decidingRegime(deps.law.regulation.regimes, day);
  const { operator } = found;
  const verdicts = operator
    ? await operatorVerdicts(tx, { id: operator.id, name: operator.name, day }, deps)
    : [];
  return {
    asOf: day,
    facility: found,
    nodeClass,
    nodeClasses,
    dataFindings: (await nodes.readContradictions(tx, id)).filter((finding) => covers(finding, day)),
    sentence: facilitySentence({ facility: found, nodeClass, joined, physicalLinks, findings }, day),
    operatorVerdict: verdicts.find(({ regime }) => regime === deciding) ?? null,
    physicalLinks,
    joined,
    findings,
    neighbours: await countNeighbours(tx, id, day),
    sources: await things.readSources(tx, [
      ...found.sources,
      ...nodeClass.sources,
      ...physicalLinks.flatMap((link) => link.sources),
    ]),
  };
}
