import type { Store } from './connection.ts';
import { statement, statementsIn } from './statements.ts';

/** Applies every constraint and index, and waits until they are online. Before the first row; harmless again. */
export async function applySchema(store: Store): Promise<void> {
  const session = store.session('WRITE');
  try {
    for (const path of statementsIn('schema')) await session.run(statement(path));
    await session.run(statement('read/await-indexes'));
  } finally {
    await session.close();
  }
}
