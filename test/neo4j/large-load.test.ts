import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { facts } from '../support/cases.ts';
import { ask, empty, loadFacts, openTestStore } from '../support/database.ts';

/** What large conclusions do to a load, which is one transaction of bounded memory. */

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
});
afterAll(() => store.close());

const OWNERS = 10_000;
const LISTED = 3_000;

describe(`a party with ${OWNERS} owners, of whom ${LISTED} are listed`, () => {
  it('is loaded with every owner among the reasons of its verdict, added up exactly', async () => {
    const owners = Array.from({ length: OWNERS }, (_, index) => `o${index}`);
    await loadFacts(
      store,
      facts({
        parties: [{ id: 'T', name: 'Target' }, ...owners.map((id) => ({ id }))],
        holdings: owners.map((owner) => ({ owner, owned: 'T', share: 0.01 })),
        listings: owners
          .slice(0, LISTED)
          .map((party) => ({ party, list: 'bis-entity-list' as const, from: '2020-01-01' })),
      }),
    );
    const [verdict] = await ask(
      store,
      `MATCH (:Party {id: 'T'})-[:HAS_VERDICT]->(verdict:Verdict {regime: 'bis-affiliates'})
       RETURN verdict.outcome AS outcome, verdict.shareMin AS min, verdict.shareMax AS max, size(verdict.steps) AS steps,
              COUNT { (verdict)-->(:Listing) } AS listings`,
    );
    expect(verdict).toEqual({
      outcome: 'not-captured',
      min: 30,
      max: 30,
      steps: LISTED,
      listings: LISTED,
    });
    const [count] = await ask(
      store,
      `MATCH (party:Party)-[:RAISES]->(finding:Finding {flag: 'significant-minority'})
       RETURN collect(DISTINCT party.id) AS subjects`,
    );
    expect(count).toEqual({ subjects: ['T'] });
  }, 180_000);
});
