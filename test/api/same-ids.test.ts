import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cypherReplyShape } from '../../server/wire/cypher.ts';
import { factReplyShape, type GraphEdge, graphShape, neighboursReplyShape } from '../../server/wire/graph.ts';
import { findingsReplyShape } from '../../server/wire/overview.ts';
import { partyReplyShape } from '../../server/wire/things.ts';
import { evidenceReplyShape, type WireFinding } from '../../server/wire/verdict.ts';
import { ask, type SeedApi, seedApi } from '../support/api.ts';

const asOf = '2025-10-15';

let api: SeedApi;
/** The first finding of each rule that raises one on the day. */
let findings: Map<string, WireFinding>;
beforeAll(async () => {
  api = await seedApi();
  const all = await ask(api, findingsReplyShape, '/findings', { asOf, limit: 1000 });
  findings = new Map(all.findings.toReversed().map((finding) => [finding.rule, finding]));
});
afterAll(() => api.store.close());

async function evidenceOf({ id }: WireFinding) {
  return ask(api, evidenceReplyShape, `/findings/${encodeURIComponent(id)}/evidence`, { asOf });
}

async function cypher(text: string, parameters: object) {
  const { status, body } = await request(api.app)
    .post('/api/v1/cypher')
    .send({ cypher: text, parameters, asOf });
  expect(status).toBe(200);
  return cypherReplyShape.parse(body);
}

const isTie = (fact: string): boolean => !/^(listing|address):/.test(fact);
const byId = (edges: readonly GraphEdge[], id: string) => edges.find((edge) => edge.id === id);

/** Kinds by which the upper end of a tie is a neighbour of its lower end. */
const UPWARDS: Readonly<Record<GraphEdge['type'], string>> = {
  OWNS: 'owners',
  CONTROLS: 'controllers',
  INVESTED_IN: 'investors',
  AFFILIATED_WITH: 'affiliations',
  OFFICER_OF: 'officers',
  OPERATES: 'operators',
  PHYSICALLY_LINKED_TO: 'links',
  LOCATED_AT: 'residents',
};

describe('an id is the same everywhere', () => {
  it('is looked at for findings of most rules', () => {
    expect(findings.size).toBeGreaterThanOrEqual(12);
  });

  it('in the proof of each finding: every tie that it names is drawn, between things that are drawn', async () => {
    for (const finding of findings.values()) {
      const { graph } = await evidenceOf(finding);
      const edges = graph.edges.map(({ id }) => id);
      expect(edges).toEqual(expect.arrayContaining(finding.evidence.filter(isTie)));
      const nodes = graph.nodes.map(({ id }) => id);
      expect(nodes).toEqual(expect.arrayContaining([finding.subject]));
      expect(nodes).toEqual(
        expect.arrayContaining(graph.edges.flatMap(({ source, target }) => [source, target])),
      );
    }
  });

  it('in the graph, the neighbours, the facts: the very same tie with the same words', async () => {
    for (const finding of findings.values()) {
      const { graph, finding: named } = await evidenceOf(finding);
      const query = { asOf, regime: named.regime ?? 'bis-affiliates' };
      for (const edge of graph.edges) {
        const { source, target, type, id } = edge;
        const fact = await ask(api, factReplyShape, `/facts/${encodeURIComponent(id)}`, query);
        expect(fact.edge).toEqual(edge);
        const drawn = await ask(api, graphShape, '/graph', { ids: `${source},${target}`, ...query });
        expect(byId(drawn.edges, id)).toEqual(edge);
        const path = `/neighbours/${encodeURIComponent(target)}`;
        const group = { group: UPWARDS[type], ended: 'true', limit: 200, ...query };
        const { graph: near } = await ask(api, neighboursReplyShape, path, group);
        expect(byId(near.edges, id)).toEqual(edge);
      }
    }
  });

  it('in Cypher: ties, listings, findings and verdicts are found by the ids of the API', async () => {
    for (const finding of findings.values()) {
      const { graph, verdict } = await evidenceOf(finding);
      const ids = graph.edges.map(({ id }) => id);
      const ties = await cypher('MATCH ()-[tie]->() WHERE tie.id IN $ids RETURN tie', { ids });
      expect(ties.graph.edges.map(({ id }) => id).sort()).toEqual(ids.toSorted());
      for (const edge of graph.edges) expect(byId(ties.graph.edges, edge.id)).toEqual(edge);
      const others = [
        finding.id,
        ...(verdict?.id ? [verdict.id] : []),
        ...finding.evidence.filter((id) => id.startsWith('listing:')),
      ];
      const { rows } = await cypher('MATCH (n:Finding|Verdict|Listing) WHERE n.id IN $others RETURN n.id', {
        others,
      });
      expect(rows.flat().sort()).toEqual(others.sort());
    }
  });

  it('in the arithmetic of a verdict: its facts are ties of the proof', async () => {
    const finding = findings.get('captured');
    if (!finding) throw new Error('nothing is captured');
    const { verdict, graph } = await evidenceOf(finding);
    const facts = verdict?.steps.flatMap((step) => step.facts) ?? [];
    expect(facts.length).toBeGreaterThan(0);
    expect(graph.edges.map(({ id }) => id)).toEqual(expect.arrayContaining(facts));
    expect([verdict?.id, verdict?.regime]).toEqual([finding.verdict, finding.regime]);
  });
});

describe('the sources of a proof', () => {
  it('are those of its ties and of its listings, each with a title', async () => {
    for (const finding of findings.values()) {
      const { graph, sources } = await evidenceOf(finding);
      const parties = graph.nodes.filter(({ type }) => type === 'party');
      const cards = await Promise.all(
        parties.map(({ id }) => ask(api, partyReplyShape, `/parties/${id}`, { asOf })),
      );
      const listings = cards
        .flatMap((card) => card.listings)
        .filter(({ id }) => finding.evidence.includes(id));
      const cited = [...graph.edges, ...listings].flatMap((each) => each.sources);
      expect(sources.map(({ id }) => id).sort()).toEqual([...new Set(cited)].sort());
      expect([finding.rule, sources.length]).not.toEqual([finding.rule, 0]);
      expect(sources.filter(({ title }) => title === '')).toEqual([]);
    }
  });
});
