import { z } from 'zod';
import { OUTCOMES } from '../../analysis/verdict.ts';
import { NotFoundError } from '../../errors.ts';
import type { Regime } from '../../regulation/read.ts';
import { LEVELS } from '../../rules/finding.ts';
import type { Runner } from '../../store/connection.ts';
import { readFinding, readFindings } from '../../store/queries/findings.ts';
import { readEvidence } from '../../store/queries/graph.ts';
import { readFacility, readListings, readParty, readSources } from '../../store/queries/things.ts';
import type { StoredVerdict } from '../../store/queries/verdicts.ts';
import { readVerdict, readVerdicts } from '../../store/queries/verdicts.ts';
import type { Graph } from '../../wire/graph.ts';
import { findingsReplyShape, verdictsReplyShape } from '../../wire/overview.ts';
import { evidenceReplyShape } from '../../wire/verdict.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, limit, NO_BODY, NOTHING, offset, type Route, regime } from '../route.ts';
import { knownRegime, onDay, standing, verdictView } from '../verdict-view.ts';

const text = (what: string) => z.string().max(300).optional().describe(what);

/** Findings and verdicts on a day, and the proof of a finding. */
export const findingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/findings',
    summary: 'Findings on a day, gravest first',
    params: NOTHING,
    query: z.strictObject({
      asOf,
      flag: text('Only this flag: RF27, captured ...'),
      level: z.enum(LEVELS).optional().describe('Only this level'),
      rule: text('Only what this rule raised, by its id'),
      subject: text('Only of this party or facility, by its id'),
      offset,
      limit: limit(100, 1_000),
    }),
    body: NO_BODY,
    reply: findingsReplyShape,
    handle: async ({ query }, { store }) => {
      const {
        asOf: day,
        flag = null,
        level = null,
        rule = null,
        subject = null,
        offset: start,
        limit: most,
      } = query;
      const filter = { asOf: day, flag, level, rule, subject, offset: start, limit: most };
      return { offset: start, limit: most, ...(await store().read((tx) => readFindings(tx, filter))) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/findings/:id/evidence',
    summary: 'A finding with its proof: the verdict it rests on, the graph of its facts, the sources',
    params: ID,
    query: z.strictObject({ asOf, regime }),
    body: NO_BODY,
    reply: evidenceReplyShape,
    handle: ({ params, query }, deps) =>
      deps.store().read((tx) => evidence(tx, { id: params.id, ...query }, deps)),
  }),
  defineRoute({
    method: 'get',
    path: '/verdicts',
    summary: 'Verdicts on a day. A party without one is not captured, with no restricted owner recorded',
    params: NOTHING,
    query: z.strictObject({
      asOf,
      regime: text('Only under this regime, by its id'),
      outcome: z.enum(OUTCOMES).optional().describe('Only this outcome'),
      offset,
      limit: limit(100, 1_000),
    }),
    body: NO_BODY,
    reply: verdictsReplyShape,
    handle: async ({ query }, { store, law }) => {
      const wanted = query.regime === undefined ? null : knownRegime(law.regulation.regimes, query.regime);
      const { asOf: day, outcome = null, offset: start, limit: most } = query;
      const filter = { asOf: day, regime: wanted, outcome, offset: start, limit: most };
      const { total, verdicts } = await store().read((tx) => readVerdicts(tx, filter));
      const { regimes } = law.regulation;
      return {
        total,
        offset: start,
        limit: most,
        verdicts: verdicts.map((row) => standingOf(row, regimes, day)),
      };
    },
  }),
];

/** A verdict holds on a day, but binds nobody while its regime is not in force: both are said in each row. */
function standingOf<V extends { readonly regime: string }>(
  verdict: V,
  regimes: readonly Regime[],
  day: string,
) {
  const regime = regimes.find(({ id }) => id === verdict.regime);
  const { inForce, confirmed } = regime ? standing(regime, day) : { inForce: false, confirmed: true };
  return { ...verdict, inForce, confirmed };
}

interface EvidenceRequest {
  readonly id: string;
  readonly asOf: string;
  readonly regime?: string | undefined;
}

async function evidence(tx: Runner, request: EvidenceRequest, deps: Deps) {
  const finding = await readFinding(tx, request.id);
  if (!finding)
    throw new NotFoundError(
      `There is no finding "${request.id}".`,
      'It may have gone with the last load; look at the party or facility.',
    );
  const { regimes } = deps.law.regulation;
  const wanted = request.regime ?? finding.regime ?? undefined;
  const day = onDay({ asOf: request.asOf, regime: wanted }, regimes);
  const graph = await readEvidence(tx, await factsToDraw(tx, finding), [finding.subject], day);
  const stored = finding.verdict === null ? null : await readVerdict(tx, finding.verdict);
  const sources = await readSources(tx, [
    ...graph.edges.flatMap((edge) => edge.sources),
    ...(await sourcesOfListings(tx, finding.evidence, graph)),
  ]);
  return { finding, verdict: stored && (await viewOf(tx, stored, request.asOf, deps)), graph, sources };
}

/** A facility's proof is drawn with its operators: who runs the two ends of the link is half of the story. */
async function factsToDraw(
  tx: Runner,
  finding: { readonly subjectKind: string; readonly evidence: readonly string[] },
): Promise<string[]> {
  if (finding.subjectKind === 'party') return [...finding.evidence];
  const links = await readEvidence(tx, finding.evidence, [], { asOf: '9999-12-31', regime: '' });
  const facilities = await Promise.all(links.nodes.map(({ id }) => readFacility(tx, id)));
  const operated = facilities.flatMap((each) =>
    each?.operator ? [`operates:${each.operator.id}:${each.id}`] : [],
  );
  return [...finding.evidence, ...operated];
}

/** Listings are proof like ties, and are not drawn as edges: they hang on the parties of the graph. */
async function sourcesOfListings(tx: Runner, evidence: readonly string[], graph: Graph): Promise<string[]> {
  const parties = graph.nodes.filter(({ type }) => type === 'party');
  const listings = await Promise.all(parties.map(({ id }) => readListings(tx, id, '9999-12-31')));
  return listings.flat().flatMap(({ id, sources }) => (evidence.includes(id) ? sources : []));
}

async function viewOf(tx: Runner, stored: StoredVerdict, asOfDay: string, { law }: Deps) {
  const found = law.regulation.regimes.find(({ id }) => id === stored.regime);
  const party = await readParty(tx, stored.party);
  if (!found || !party) return null;
  const listings = await readListings(tx, stored.party, asOfDay);
  return verdictView(stored, {
    regime: found,
    party: stored.party,
    name: party.name,
    asOf: asOfDay,
    listings,
  });
}
