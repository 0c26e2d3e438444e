import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinFacts } from '../../server/facts/sections.ts';
import { type Input, loadInput, loadInto, readInput, SEED } from '../../server/pipeline.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import type { LoadReport } from '../../server/store/load-report.ts';
import { TOOL_NOTE } from '../../server/store/managed/new-store.ts';
import { facts, graph, LAW } from '../support/cases.ts';
import { ask, dump, empty, write } from '../support/database.ts';
import { NASTY_TEXTS, registerCase } from '../support/made-up-case.ts';

/** The same facts through Neo4j's import tool and in one transaction: what is there afterwards must be the same. */

const PARTIES = 1_000;
/** Neo4j stops and starts several times, which takes long on a busy machine. */
const PATIENCE = 300_000;

let folder: string;
let database: Database;
let input: Input;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-bulk-'));
  database = await openDatabase({ address: null, folder, boltPort: 0, say: () => {}, share: false });
  const seed = readInput([SEED]);
  const former = facts(registerCase(5, 'former'));
  input = {
    ...seed,
    facts: joinFacts(seed.facts, facts(registerCase(PARTIES, 'made'))),
    former: joinFacts(seed.former ?? former, former),
    hash: 'bulk',
  };
}, PATIENCE);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A load that takes the way of many facts however few they are. */
function bulk(of: Input, progress: (step: string) => void = () => {}): Promise<LoadReport> {
  return loadInto(database, of, { law: LAW, progress, bulkFrom: 1 });
}

async function schema(): Promise<unknown[]> {
  const indexes = 'SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties, owningConstraint';
  const constraints = 'SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties';
  const { store } = database;
  return [...(await ask(store, `${indexes} RETURN * ORDER BY name`)), ...(await ask(store, constraints))];
}

/** Facts whose import takes no time. */
const few = (): Input => ({
  ...{ manifest: null, name: 'few', hash: 'few', notes: [] },
  facts: graph('L* -50-> A; A -60-> B'),
});

/** Throws at a step of the load, as one does that was asked to stop. */
function stopAt(wanted: string): (step: string) => void {
  return (step) => {
    if (step === wanted) throw new Error('Stopped');
  };
}

function leftBeside(): string[] {
  return readdirSync(folder).filter((name) => /^neo4j\.(new|former|import)$/.test(name));
}

describe(`${PARTIES} parties and the seed`, () => {
  it(
    'are the same whether imported by the tool or loaded in one transaction',
    async () => {
      const steps: string[] = [];
      const report = await bulk(input, (step) => void steps.push(step));
      expect(steps).toContain('import');
      const imported = await dump(database.store);
      const importedSchema = await schema();
      expect(leftBeside()).toEqual([]);
      await empty(database.store);
      expect(report).toEqual(await loadInput(database.store, input, LAW, () => {}));
      const loaded = await dump(database.store);
      const [inImport, inLoad] = [new Set(imported), new Set(loaded)];
      expect(imported.filter((line) => !inLoad.has(line)).slice(0, 3)).toEqual([]);
      expect(loaded.filter((line) => !inImport.has(line)).slice(0, 3)).toEqual([]);
      expect(imported.length).toBe(loaded.length);
      expect(imported.length).toBeGreaterThan(3 * PARTIES);
      expect(importedSchema).toEqual(await schema());
      const isThere = (text: string): boolean => loaded.some((line) => line.includes(textInJson(text)));
      expect(NASTY_TEXTS.filter((text) => !isThere(text))).toEqual([]);
    },
    PATIENCE,
  );
});

function textInJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

describe('an import', () => {
  it.each(['tables', 'import', 'rules'])(
    'that is stopped at its %s leaves an empty store',
    async (step) => {
      await empty(database.store);
      await expect(bulk(few(), stopAt(step))).rejects.toThrow('Stopped');
      expect(await dump(database.store)).toEqual([]);
      expect(leftBeside()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'whose tool is killed leaves an empty store, and the next one finishes',
    async () => {
      await empty(database.store);
      let isKilled = false;
      const kill = (step: string): void => {
        if (step !== 'import' || isKilled) return;
        isKilled = true;
        const note = join(folder, 'neo4j.import', TOOL_NOTE);
        process.kill(JSON.parse(readFileSync(note, 'utf8')).pid, 'SIGKILL');
      };
      await expect(bulk(few(), kill)).rejects.toThrow('The import tool of Neo4j was ended');
      expect(await dump(database.store)).toEqual([]);
      expect(await bulk(few())).toMatchObject({ counts: { parties: 3, holdings: 2 } });
    },
    PATIENCE,
  );
});

describe('the ordinary way is taken', () => {
  it('into a Neo4j that is not empty', async () => {
    await empty(database.store);
    await write(database.store, "CREATE (:Note {id: 'mine'})");
    const steps: string[] = [];
    await bulk(few(), (step) => void steps.push(step));
    expect(steps).not.toContain('import');
    expect(await ask(database.store, 'MATCH (note:Note) RETURN note.id AS id')).toEqual([{ id: 'mine' }]);
  });

  it('for few facts', async () => {
    await empty(database.store);
    const steps: string[] = [];
    const progress = (step: string): void => void steps.push(step);
    await loadInto(database, few(), { law: LAW, progress });
    expect(steps).not.toContain('import');
  });

  it('where the tool could not be told of a text', async () => {
    await empty(database.store);
    const steps: string[] = [];
    const odd = few();
    const aliases = ['one\u001ftwo'];
    const facts = { ...odd.facts, parties: odd.facts.parties.map((party) => ({ ...party, aliases })) };
    await bulk({ ...odd, facts }, (step) => void steps.push(step));
    expect(steps).not.toContain('import');
    expect(
      await ask(database.store, "MATCH (party:Party {id: 'A'}) RETURN party.aliases AS aliases"),
    ).toEqual([{ aliases }]);
    expect(leftBeside()).toEqual([]);
  });
});
