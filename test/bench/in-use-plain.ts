import type { Facts } from '../../server/facts/facts.ts';
import type { Store } from '../../server/store/connection.ts';
import type { StampedRow } from '../../server/store/load-rows.ts';
import { partyRow } from '../../server/store/thing-rows.ts';
import { holdingRow } from '../../server/store/tie-rows.ts';
import { plainStatement } from './in-use-graph.ts';

/** Rows of one statement at once. */
const BATCH = 10_000;

/** What a plain script sends, ready in memory: the time of making it is not its own. */
export interface PlainRows {
  readonly parties: readonly object[];
  readonly holdings: readonly object[];
}

/** The same nodes and ties that the product makes of the facts; properties that are null are left out. */
export function plainRows(facts: Facts): PlainRows {
  const stated = ({ properties }: StampedRow): object =>
    Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  return {
    parties: facts.parties.map((party) => stated(partyRow(party))),
    holdings: facts.holdings.map((holding) => {
      const row = holdingRow(holding);
      return { a: row.a, b: row.b, properties: stated(row) };
    }),
  };
}

/**
 * A script of plain `UNWIND` statements, a transaction a batch, in so many sessions at once; a batch that meets another
 * is sent again, as the driver does by itself.
 */
export async function writePlainly(store: Store, rows: PlainRows, sessions: number): Promise<void> {
  await inSessions(store, { text: plainStatement('parties'), rows: rows.parties }, sessions);
  await inSessions(store, { text: plainStatement('holdings'), rows: rows.holdings }, sessions);
}

interface Script {
  readonly text: string;
  readonly rows: readonly object[];
}

async function inSessions(store: Store, { text, rows }: Script, sessions: number): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    const session = store.session('WRITE');
    try {
      while (next < rows.length) {
        const batch = rows.slice(next, next + BATCH);
        next += BATCH;
        await session.executeWrite((tx) => tx.run(text, { rows: batch }));
      }
    } finally {
      await session.close();
    }
  };
  await Promise.all(Array.from({ length: sessions }, work));
}
