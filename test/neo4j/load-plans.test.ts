import type { Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { applySchema } from '../../server/store/schema.ts';
import { statement, statementsIn } from '../../server/store/statements.ts';
import { empty, openTestStore } from '../support/database.ts';

/** How Neo4j means to carry out what a load sends, when it plans that on a graph in which there is nothing yet. */

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await applySchema(store);
});
afterAll(() => store.close());

const written = statementsIn('load').filter((path) => statement(path).includes('UNWIND $rows'));

describe('what is written row by row', () => {
  it('is all of it found', () => {
    expect(written).toContain('load/holdings');
    expect(written.length).toBeGreaterThan(10);
  });

  it.each(written)(
    '%s looks everything up in an index, and goes through nothing once a row',
    async (path) => {
      const { plan } = await store.write(async (tx) => {
        const { summary } = await tx.run(`EXPLAIN ${statement(path)}`, { rows: [] });
        return summary;
      });
      if (plan === false) throw new Error('Neo4j shows no plan.');
      const operators = operatorsOf(plan);
      expect(operators).toContain('Unwind');
      expect(operators.filter((each) => each.includes('Scan'))).toEqual([]);
    },
  );
});

/** Names of all operators of a plan, without the name of the database behind them. */
function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];
}
