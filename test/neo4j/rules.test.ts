import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import { assess, readInput, SEED } from '../../server/pipeline.ts';
import type { Finding } from '../../server/rules/finding.ts';
import type { Store } from '../../server/store/connection.ts';
import { runRules } from '../../server/store/run-rules.ts';
import { RULE_CASES } from '../rules/cases/all.ts';
import { LAW } from '../support/cases.ts';
import { empty, loadFacts, openTestStore } from '../support/database.ts';
import { anyCase } from '../support/random-case.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => empty(store));

/** What the Cypher files raise over the loaded facts. */
async function fromCypher(facts: Facts): Promise<Finding[]> {
  await loadFacts(store, facts);
  return sorted(await store.read((tx) => runRules(tx, LAW.rules, LAW.regulation.regimes)));
}

function fromPatterns(facts: Facts): Finding[] {
  return sorted(assess(facts, LAW).findings);
}

function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.id.localeCompare(b.id));
}

/** Each flag is derived twice, by Cypher in Neo4j and by TypeScript in memory: both must say the same. */
describe('the rules in Cypher and their twins in memory', () => {
  it.each(Object.entries(RULE_CASES))('agree on the cases of %s', async (_, { fires, silent }) => {
    for (const { facts } of [...fires, ...silent])
      expect(await fromCypher(facts)).toEqual(fromPatterns(facts));
  });

  it('agree on made-up cases', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (facts) => {
        expect(await fromCypher(facts)).toEqual(fromPatterns(facts));
      }),
      { numRuns: 40, seed: 20260101 },
    );
  });

  it('agree on the seed', async () => {
    const { facts } = readInput([SEED]);
    const found = await fromCypher(facts);
    expect(found.length).toBeGreaterThan(500);
    expect(found).toEqual(fromPatterns(facts));
  });
});
