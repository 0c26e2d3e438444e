import {
  DERIVED_LABELS,
  DERIVED_RELATIONSHIPS,
  FACT_LABELS,
  FACT_RELATIONSHIPS,
  PROPERTIES,
  SERVICE_LABELS,
} from '../vocabulary.ts';
import type { Store } from './connection.ts';
import { statement, statementsIn } from './statements.ts';

const WORDS = {
  labels: [...FACT_LABELS, ...DERIVED_LABELS, ...SERVICE_LABELS],
  types: [...FACT_RELATIONSHIPS, ...DERIVED_RELATIONSHIPS],
  properties: Object.keys(PROPERTIES),
};

/** Applies every constraint and index, makes every word known, and waits until all is online. Before the first row; harmless again. */
export async function applySchema(store: Store): Promise<void> {
  const session = store.session('WRITE');
  try {
    for (const path of statementsIn('schema')) await session.run(statement(path));
    await session.run(statement('load/words'), WORDS);
    await session.run(statement('read/await-indexes'));
  } finally {
    await session.close();
  }
}
