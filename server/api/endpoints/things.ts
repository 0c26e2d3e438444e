import { z } from 'zod';
import { NotFoundError } from '../../errors.ts';
import { covers } from '../../facts/dates.ts';
import type { Runner } from '../../store/connection.ts';
import { readFindingsOf } from '../../store/queries/findings.ts';
import { countNeighbours } from '../../store/queries/neighbours.ts';
import * as nodes from '../../store/queries/node-classes.ts';
import { search } from '../../store/queries/search.ts';
import * as things from '../../store/queries/things.ts';
import { readVerdictsOf } from '../../store/queries/verdicts.ts';
import { facilityReplyShape, partyReplyShape, searchHitShape } from '../../wire/things.ts';
import type { WireVerdict } from '../../wire/verdict.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, limit, NO_BODY, NOTHING, type Route } from '../route.ts';
import { facilitySentence } from '../sentences.ts';
import { decidingRegime, verdictView } from '../verdict-view.ts';

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
    }),
    body: NO_BODY,
    reply: z.object({ query: z.string(), hits: z.array(searchHitShape) }),
    handle: async ({ query }, { store }) => ({
      query: query.q,
      hits: await store().read((tx) => search(tx, { text: query.q, kind: query.kind, limit: query.limit })),
    }),
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
  const found = await things.readParty(tx, id);
  if (!found)
    throw new NotFoundError(
      `There is no party "${id}".`,
      'Search for it by name; ids are those of the facts loaded.',
    );
  const listings = await things.readListings(tx, id, day);
  const findings = await readFindingsOf(tx, id);
  const all = await readVerdictsOf(tx, id);
  const verdicts = await verdictsOn(tx, { id, name: found.name, day }, deps);
  const cautions = await things.readCautions(tx, id);
  const now = findings.filter((finding) => covers(finding, day));
  const cited = [
    found.sources,
    ...listings.map((each) => each.sources),
    ...cautions.map((each) => each.sources),
  ];
  const argued = await sourcesOfSteps(tx, verdicts, day);
  return {
    asOf: day,
    party: found,
    verdicts,
    deciding: decidingRegime(deps.law.regulation.regimes, day),
    listings,
    findings: now,
    otherFindings: findings.length - now.length,
    timeline: all.map(({ regime, outcome, from, to, heldShare, id: verdict }) => ({
      regime,
      outcome,
      from,
      to,
      share: heldShare,
      verdict,
    })),
    facilities: await things.readFacilitiesOf(tx, id, day),
    cautions,
    dataFindings: (await things.readDataFindings(tx, id)).filter((finding) => covers(finding, day)),
    neighbours: await countNeighbours(tx, id, day),
    sources: await things.readSources(tx, [...cited.flat(), ...argued]),
  };
}

/** Sources behind the arithmetic: those of each holding, and of the listings of the owners it starts from. */
async function sourcesOfSteps(tx: Runner, verdicts: readonly WireVerdict[], day: string): Promise<string[]> {
  const steps = verdicts.flatMap((verdict) => verdict.steps);
  const listed = new Set(steps.flatMap((step) => (step.ownerOutcome === 'listed' ? [step.owner] : [])));
  const listings = await Promise.all([...listed].map((owner) => things.readListings(tx, owner, day)));
  return [
    ...steps.flatMap((step) => step.sources),
    ...listings.flat().flatMap(({ active, sources }) => (active ? sources : [])),
  ];
}

interface PartyOnDay {
  readonly id: string;
  readonly name: string;
  readonly day: string;
}

async function verdictsOn(tx: Runner, { id, name, day }: PartyOnDay, { law }: Deps) {
  const stored = (await readVerdictsOf(tx, id)).filter((verdict) => covers(verdict, day));
  const listings = await things.readListings(tx, id, day);
  return law.regulation.regimes.map((regime) => {
    const verdict = stored.find((each) => each.regime === regime.id) ?? null;
    return verdictView(verdict, { regime, party: id, name, asOf: day, listings });
  });
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
  const verdicts = operator ? await verdictsOn(tx, { id: operator.id, name: operator.name, day }, deps) : [];
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
