import type { Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInput, readInput, SEED } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { applySchema } from '../../server/store/schema.ts';
import { statement, statementsIn } from '../../server/store/statements.ts';
import { LAW } from '../support/cases.ts';
import { empty, openTestStore } from '../support/database.ts';

/** How Neo4j means to carry out what a load sends: on a graph in which there is nothing yet, and beside the seed. */

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await applySchema(store);
});
afterAll(() => store.close());

const written = ['load', 'conclude']
  .flatMap(statementsIn)
  .filter((path) => statement(path).includes('UNWIND $rows'));

it('is asked of all that is written row by row', () => {
  expect(written).toContain('load/holdings');
  expect(written).toContain('conclude/verdicts');
  expect(written.length).toBeGreaterThan(20);
});

describe('what is written row by row into an empty graph', () => {
  it.each(written)('%s looks everything up in an index, and goes through nothing once a row', isLookedUp);
});

describe('what is written row by row beside the seed', () => {
  beforeAll(() => loadInput(store, readInput([SEED]), LAW, () => undefined), 120_000);

  it.each(written)('%s looks everything up in an index, and goes through nothing once a row', isLookedUp);
});

async function isLookedUp(path: string): Promise<void> {
  const { plan } = await store.write(async (tx) => {
    const { summary } = await tx.run(`CYPHER replan=force EXPLAIN ${statement(path)}`, { rows: [] });
    return summary;
  });
  if (plan === false) throw new Error('Neo4j shows no plan.');
  const operators = operatorsOf(plan);
  expect(operators).toContain('Unwind');
  expect(operators.filter((each) => each.includes('Scan'))).toEqual([]);
}

/** Names of all operators of a plan, without the name of the database behind them. */
function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];
}
