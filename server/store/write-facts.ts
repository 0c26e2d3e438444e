import type { Learned } from '../facts/learn.ts';
import { joinFacts } from '../facts/sections.ts';
import type { Runner } from './connection.ts';
import { type FactChanges, goneIds } from './fact-changes.ts';
import { editionId, loadBatches } from './fact-rows.ts';
import { formerBatch } from './former-rows.ts';
import { idsThere } from './ids-there.ts';
import type { Law, LoadRequest } from './load-report.ts';
import { statement } from './statements.ts';
import { type Progress, writeRows } from './write-rows.ts';

export interface FactWriting {
  readonly request: Pick<LoadRequest, 'former' | 'editions'>;
  readonly learned: Pick<Learned, 'former'>;
  readonly changes: FactChanges;
  readonly isAnew: boolean;
  readonly regulation: Law['regulation'];
  readonly progress: Progress;
}

/**
 * Writes what is new or changed, keeps former versions aside, and sweeps what is no longer stated; concludes nothing.
 *
 * @throws what Neo4j says
 */
export async function writeFacts(tx: Runner, writing: FactWriting): Promise<void> {
  const { request, learned, changes, isAnew, regulation, progress } = writing;
  const { editions } = request;
  const { changed: facts, addresses } = changes;
  const former = formerBatch(joinFacts(learned.former, request.former));
  if (isAnew) await tx.run(statement('load/clear-hanging-ties'));
  const there = await idsThere(tx, facts);
  const batches = loadBatches({ facts, addresses, lists: regulation.lists, editions, there });
  await writeRows(tx, [...batches, former], { step: 'facts', progress });
  await sweepFacts(tx, stated(request.editions, regulation), changes);
}

/** Ids of the lists and editions that are to be there. */
interface Stated {
  readonly lists: readonly string[];
  readonly editions: readonly string[];
}

function stated(editions: LoadRequest['editions'], regulation: Law['regulation']): Stated {
  return { lists: regulation.lists.map(({ id }) => id), editions: editions.map(editionId) };
}

async function sweepFacts(tx: Runner, { lists, editions }: Stated, changes: FactChanges): Promise<void> {
  const gone = goneIds(changes);
  const ids = {
    ...{ OWNS: gone.holdings, CONTROLS: gone.controls, INVESTED_IN: gone.investments },
    ...{ AFFILIATED_WITH: gone.affiliations, OFFICER_OF: gone.officers },
    ...{ PHYSICALLY_LINKED_TO: gone.physicalLinks },
    ...{ LOCATED_AT: changes.goneTies, OPERATES: changes.goneTies },
  };
  if (Object.values(ids).some(({ length }) => length > 0))
    await tx.run(statement('load/sweep-relationships'), { ids });
  await tx.run(statement('load/sweep-memberships'), { gone, editions });
  await tx.run(statement('load/withdraw-nodes'), { gone, lists, editions });
}
