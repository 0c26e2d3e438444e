import type { Rule } from '../rules/rule.ts';
import type { Store } from './connection.ts';
import { statement } from './statements.ts';

/** Those of a load that take no parameters, in the order of their use, before the rules. */
const OWN = ['project/sizes', 'conclude/sweep-nodes', 'load/release-subjects', 'load/sweep-nodes'];

/** A plan that Neo4j has made in the last ten seconds it would keep, and throw away when it is needed. */
const PLAN = 'CYPHER replan=force EXPLAIN ';

/** A warm-up that goes on beside other work. */
export interface WarmUp {
  /** Waits for its end. Never fails. */
  readonly over: () => Promise<void>;
}

/**
 * Lets Neo4j plan what a load will ask while files are still being read and compared here. Planning is most of what the
 * rules cost after a load that changed much: the numbers that plans rest on are then other ones. Writes nothing; where it
 * fails, the load plans for itself.
 */
export async function warmPlans(store: Store, rules: readonly Rule[]): Promise<WarmUp> {
  const session = store.session('WRITE');
  const close = (): Promise<void> => session.close().catch(() => undefined);
  try {
    const tx = await session.beginTransaction();
    await tx.run(statement('load/unsaid'));
    const texts = [...OWN.map(statement), ...rules.map(({ cypher }) => cypher)];
    const plans = Promise.allSettled(texts.map((text) => tx.run(`${PLAN}${text}`).summary()));
    const done = plans.then(() => tx.rollback().catch(() => undefined)).then(close);
    // All of them are on their way before anything else keeps this thread busy.
    await new Promise(setImmediate);
    return { over: () => done };
  } catch {
    return { over: close };
  }
}
