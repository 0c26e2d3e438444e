import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readInput, SEED } from '../../server/pipeline.ts';
import { cleanUp, run, temporaryFolder } from '../support/interlock.ts';
import { CASE, DECEMBER } from '../support/made-screening-list.ts';

afterEach(cleanUp);

/** A folder of case files, given as file name and content. */
function folderOf(files: Readonly<Record<string, object | string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

describe('check', () => {
  it('of nothing named takes the seed, which keeps what its manifest promises', async () => {
    const { code, stdout, stderr } = await run(['check', '--json']);
    const { facts, manifest } = readInput([SEED]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      counts: manifest?.counts,
      manifest: manifest?.title,
    });
    expect(facts.parties.length).toBeGreaterThan(500);
  });

  it('says for people how many rows each section holds', async () => {
    const folder = folderOf({ 'a.json': { parties: [{ id: 'A' }] }, 'b.json': { parties: [{ id: 'B' }] } });
    const { code, stdout } = await run(['check', folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^parties: 2$/m);
    expect(stdout).toMatch(/^holdings: 0$/m);
    expect(stdout).toMatch(/^Everything fits\.$/m);
  });

  it('of a broken folder names file, row, field and fix of every problem at once', async () => {
    const folder = folderOf({
      'a.json': {
        parties: [{ id: 'A', juristiction: 'CN' }],
        holdings: [{ owner: 'A', owned: 'A', share: 130 }],
      },
      'b.json': '{"parties": [{"id": "B"}\n',
      'c.json': { partys: [] },
    });
    const { code, stdout, stderr } = await run(['check', folder, '--json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /a\.json: parties\[0\] \(A\): unknown field "juristiction"\. Fix: Known fields: .*, jurisdiction, /,
    );
    expect(stderr).toMatch(/a\.json: holdings\[0\]: share: 130 .*Fix: /);
    expect(stderr).toMatch(/b\.json: line 2: Not valid JSON.*Fix: /);
    expect(stderr).toMatch(/c\.json: partys: unknown section "partys"\. Fix: Known sections: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('of rows that do not fit together names both places of a double, and every row that points nowhere', async () => {
    const folder = folderOf({
      'a.json': { parties: [{ id: 'A' }] },
      'b.json': {
        parties: [{ id: 'A' }],
        holdings: [
          { owner: 'A', owned: 'X' },
          { owner: 'Y', owned: 'A' },
        ],
      },
    });
    const { code, stderr } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/b\.json: parties\[0\]: id: the id "A" is already used at .*a\.json#parties\[0\]/);
    expect(stderr).toMatch(/b\.json: holdings\[0\]: owned: points at party "X"/);
    expect(stderr).toMatch(/b\.json: holdings\[1\]: owner: points at party "Y"/);
  });

  it('of a seed that lost rows says which section is short, and by how much', async () => {
    const folder = join(temporaryFolder(), 'seed');
    cpSync(SEED, folder, { recursive: true });
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more', 'one.json'), '{"sources":[{"id":"one-more","title":"One more"}]}');
    const promised = readInput([SEED]).facts.sources.length;
    const { code, stderr } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain(`counts: sources: promises ${promised} rows, but ${promised + 1} were read.`);
  });

  it.each([
    ['a path that is not there', () => join(temporaryFolder(), 'nowhere'), /nowhere: does not exist\. Fix: /],
    ['a folder without case files', temporaryFolder, /holds no case file .*Fix: /],
    ['a text that is not UTF-8', notUtf8, /is neither UTF-8, .* Fix: Save it as UTF-8/],
  ])('of %s says so', async (...[, path, reason]) => {
    const { code, stdout, stderr } = await run(['check', path()]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
  });
});

const SHEET = 'owner,owned,share\nA,B,51\n,B,3\n';

describe('check of several files and of standard input', () => {
  it('takes case files, lists and sheets together, and says what each holds', async () => {
    const folder = folderOf({
      'a.json': CASE,
      'list-2024-12-31.json': DECEMBER,
      'own-2024-06-01.csv': SHEET,
    });
    const paths = ['a.json', 'list-2024-12-31.json', 'own-2024-06-01.csv'].map((name) => join(folder, name));
    const { code, stdout } = await run(['check', '--json', ...paths]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      counts: { parties: 2, holdings: 1 },
      editions: [
        { format: 'csl-json', series: [{ series: 'bis-entity-list', rows: 1 }], aside: 0 },
        { format: 'sheets', series: [{ series: 'sheets/own', rows: 1 }], aside: 1 },
      ],
    });
    const told = await run(['check', ...paths]);
    expect(told.stdout).toMatch(/^parties: 2$[\s\S]*^bis-entity-list: 1$[\s\S]*^sheets\/own: 1$/m);
  });

  it.each([
    ['a case file', [], JSON.stringify(CASE), { counts: { parties: 2 } }],
    ['a list', ['--date', '2024-12-31'], JSON.stringify(DECEMBER), { editions: [{ format: 'csl-json' }] }],
    ['a sheet', ['--date', '2024-06-01'], SHEET, { editions: [{ format: 'sheets', files: ['stdin'] }] }],
  ])('takes %s from standard input', async (_, more, input, holds) => {
    const { code, stdout } = await run(['check', '-', '--json', ...more], { input });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, ...holds });
  });

  it('takes files beside standard input, and names the one that is wrong', async () => {
    const folder = folderOf({ 'a.json': CASE });
    const path = join(folder, 'a.json');
    const list = { input: JSON.stringify(DECEMBER) };
    const both = await run(['check', path, '-', '--json', '--date', '2024-12-31'], list);
    expect(JSON.parse(both.stdout)).toMatchObject({ counts: { parties: 2 }, editions: [{ aside: 0 }] });
    const broken = await run(['check', path, '-'], { input: '{"parties":[{"id":' });
    expect(broken).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/ {2}stdin: line 1: /),
    });
    const twice = await run(['check', '-', '-'], list);
    expect(twice).toMatchObject({ code: 1, stderr: expect.stringMatching(/named twice.* Fix: /) });
  });
});

function notUtf8(): string {
  const file = join(temporaryFolder(), 'case.json');
  writeFileSync(file, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]));
  return file;
}
