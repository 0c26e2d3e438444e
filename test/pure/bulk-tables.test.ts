import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellOf, Unsayable } from '../../server/store/bulk/cells.ts';
import { pathFor } from '../../server/store/bulk/fill-empty-lists.ts';
import { TableFile } from '../../server/store/bulk/table-file.ts';
import { TABLES } from '../../server/store/bulk/tables.ts';
import { writeTables } from '../../server/store/bulk/write-tables.ts';
import { loadBatches } from '../../server/store/fact-rows.ts';
import { statement } from '../../server/store/statements.ts';
import { facts } from '../support/cases.ts';
import { registerCase } from '../support/made-up-case.ts';

/** Tables for Neo4j's import tool. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-tables-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function text(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('a cell', () => {
  const cells: readonly (readonly [unknown, string])[] = [
    [null, ''],
    [undefined, ''],
    ['', '""'],
    ['a "b", c', '"a ""b"", c"'],
    ['长江\n"', '"长江\n"""'],
    [[], '""'],
    [['a', 'b'], '"a\u001fb"'],
    [['', 'b'], '"\u001fb"'],
    [33.333, '33.333'],
    [neo4j.int(7), '7'],
    [false, 'false'],
    [new neo4j.types.Date(2020, 1, 9), '2020-01-09'],
  ];
  it.each(cells)('of %j is %j', (value, cell) => expect(cellOf(value)).toBe(cell));

  it.each([[['']], [['a\u001fb']], [[1]], Number.NaN])('cannot say %j', (value) =>
    expect(() => cellOf(value)).toThrow(Unsayable),
  );
});

describe('a table', () => {
  it('learns its columns and their types from the rows, and keeps line breaks apart', async () => {
    const table = new TableFile(folder, 't', [':ID(x)']);
    await table.add(['1'], { a: null, b: 'one' });
    await table.add(['2'], { a: 1.5, b: 'two\nlines', c: ['x'] });
    await table.add(['3'], { d: null });
    const written = await table.close();
    expect(written?.files.map((file) => basename(file))).toEqual(['t.header.csv', 't.csv', 't.lines.csv']);
    expect(written?.withLineBreaks).toBe(join(folder, 't.lines.csv'));
    expect(text('t.header.csv')).toBe(':ID(x),a:double,b:string,c:string[],d:IGNORE\n');
    expect(text('t.csv')).toBe('"1",,"one"\n"3",,,,\n');
    expect(text('t.lines.csv')).toBe('"2",1.5,"two\nlines","x"\n');
  });

  it('does not say a property of two types', async () => {
    const table = new TableFile(folder, 't', [':ID(x)']);
    await table.add(['1'], { a: 'one' });
    expect(() => table.add(['2'], { a: 2 })).toThrow(Unsayable);
    await table.close();
  });

  it('without rows leaves no file', async () => {
    expect(await new TableFile(folder, 't', [':ID(x)']).close()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the tables of a load', () => {
  it('have a table for every statement of it', () => {
    const none = facts({});
    const paths = loadBatches({ facts: none, addresses: [], lists: [], editions: [] }).map(
      ({ path }) => path,
    );
    expect(paths.filter((path) => TABLES[path] === undefined)).toEqual([]);
  });

  it('have a statement that writes what the tool leaves out of each', () => {
    const words = Object.values(TABLES).flatMap(({ node, ties }) => [
      ...(node === null ? [] : [node.label]),
      ...ties.filter(({ hasProperties }) => hasProperties).map(({ type }) => type),
    ]);
    for (const word of words) expect(statement(pathFor(word))).toMatch(new RegExp(`thing:${word}\\b`));
  });

  it('have as many rows as there are facts, and tell how far they are', async () => {
    const made = facts(registerCase(60, 'p'));
    const done: number[] = [];
    const batches = loadBatches({ facts: made, addresses: [], lists: [], editions: [] }).filter(
      ({ path }) => !path.endsWith('addresses'),
    );
    const { nodes, ties } = await writeTables(batches, folder, (_, count) => void done.push(count));
    const total = batches.reduce((sum, { rows }) => sum + rows.length, 0);
    expect(done.at(-1)).toBe(total);
    expect(nodes.map(({ rows }) => rows)).toEqual([60, made.listings.length]);
    expect(ties.find(({ type }) => type === 'OWNS')?.rows).toBe(made.holdings.length);
    expect(ties.find(({ type }) => type === 'LISTED_AS')?.rows).toBe(made.listings.length);
  });
});
