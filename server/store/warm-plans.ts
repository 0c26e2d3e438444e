import type { Session } from 'neo4j-driver';
import type { Rule } from '../rules/rule.ts';
import type { Store } from './connection.ts';
import { statement } from './statements.ts';

/** Those of a load that take no parameters, in the order of their use, before the rules. */
const OWN = ['project/sizes', 'conclude/sweep-nodes', 'load/release-subjects', 'load/sweep-nodes'];

/** A plan that Neo4j has made in the last ten seconds it would keep, and throw away when it is needed. */
const PLAN = 'CYPHER replan=force EXPLAIN ';

/**
 * Does work while Neo4j plans what a load will ask: while files are still being read and compared here. Planning is most
 * of what the rules cost after a load that changed much: the numbers that plans rest on are then other ones. Writes
 * nothing itself; where it fails, the load plans for itself.
 *
 * @throws what the work throws, once the planning is over
 */
export async function warmingPlans<T>(
  store: Store,
  rules: readonly Rule[],
  work: () => Promise<T>,
): Promise<T> {
  const session = store.session('WRITE');
  const planned = await planAll(session, rules);
  try {
    return await work();
  } finally {
    await planned();
    await session.close().catch(() => undefined);
  }
}

/** Sends all statements to be planned; gives a way to wait for that, which never fails. */
async function planAll(session: Session, rules: readonly Rule[]): Promise<() => Promise<unknown>> {
  try {
    const tx = await session.beginTransaction();
    await tx.run(statement('load/unsaid'));
    const texts = [...OWN.map(statement), ...rules.map(({ cypher }) => cypher)];
    const plans = Promise.allSettled(texts.map((text) => tx.run(`${PLAN}${text}`).summary()));
    const done = plans.then(() => tx.rollback()).catch(() => undefined);
    // All of them are on their way before anything else keeps this thread busy.
    await new Promise(setImmediate);
    return () => done;
  } catch {
    return async () => undefined;
  }
}
