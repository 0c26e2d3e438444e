import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectTies } from '../../server/projection/project-ties.ts';
import { arraysOf, type FlatArray, graphOf } from '../../server/projection/tie-graph-arrays.ts';
import { readSnapshot, writeSnapshot } from '../../server/store/snapshot/file.ts';
import { factsOf, plainTies } from '../support/plain-ties.ts';

const KEY = { code: 'code', run: 'run', marker: 'FB:marker' };

let folder = '';
let file = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-snapshot-'));
  file = join(folder, 'ties.snapshot');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbers = fc.array(fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }), { maxLength: 9 });
const flatArray: fc.Arbitrary<FlatArray> = fc.oneof(
  numbers.map((each) => Int32Array.from(each)),
  numbers.map((each) => Uint32Array.from(each)),
  numbers.map((each) => Uint8Array.from(each)),
);
const arrays = fc
  .uniqueArray(fc.tuple(fc.string(), flatArray), { maxLength: 6, selector: ([name]) => name })
  .map((entries) => new Map(entries));

describe('a snapshot', () => {
  it('gives back what was written, whatever it was', async () => {
    const keys = fc.record({ code: fc.string(), run: fc.string(), marker: fc.string() });
    await fc.assert(
      fc.asyncProperty(arrays, keys, async (written, key) => {
        await writeSnapshot(file, key, written);
        expect(await readSnapshot(file, key)).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });

  it('is checked in every block', async () => {
    const large = new Map<string, FlatArray>([
      ['a', new Int32Array(1_500_000).fill(7)],
      ['b', new Uint8Array(4_000_001).fill(8)],
    ]);
    await writeSnapshot(file, KEY, large);
    const read = await readSnapshot(file, KEY);
    for (const [name, array] of large)
      expect(read?.get(name)?.every((each, at) => each === array[at])).toBe(true);
    const whole = readFileSync(file);
    for (const back of [1, 3_999_000, 5_000_000, 9_000_000]) {
      const changed = Buffer.from(whole);
      changed[whole.length - back] = (changed[whole.length - back] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect([back, await readSnapshot(file, KEY)]).toEqual([back, null]);
    }
  });

  it('gives back the very graph of any ties', async () => {
    await fc.assert(
      fc.asyncProperty(plainTies, async (ties) => {
        const graph = projectTies(factsOf(ties));
        await writeSnapshot(file, KEY, arraysOf(graph));
        const read = await readSnapshot(file, KEY);
        expect(read && graphOf(read)).toEqual(graph);
      }),
      { numRuns: 40 },
    );
  });

  it('can be read by its owner only, and leaves no other file behind', async () => {
    writeFileSync(`${file}.999999999.tmp`, 'left behind by a process that was killed');
    await writeSnapshot(file, KEY, new Map());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['ties.snapshot']);
  });

  it('that cannot be written says so, leaves the one before, and nothing else', async () => {
    const kept = new Map([['a', Int32Array.from([1])]]);
    await writeSnapshot(file, KEY, kept);
    writeFileSync(`${file}.${process.pid}.tmp`, 'in the way');
    await expect(writeSnapshot(join(folder, 'no', 'such', 'folder'), KEY, kept)).rejects.toThrow('ENOENT');
    await writeSnapshot(file, KEY, kept);
    expect(await readSnapshot(file, KEY)).toEqual(kept);
    expect(readdirSync(folder)).toEqual(['ties.snapshot']);
  });
});

describe('a snapshot is not used', () => {
  const some = new Map<string, FlatArray>([
    ['a', Int32Array.from([1, -2, 3])],
    ['b', Uint8Array.from([9])],
  ]);

  it('when there is none, or a folder in its place', async () => {
    expect(await readSnapshot(join(folder, 'none'), KEY)).toBeNull();
    expect(await readSnapshot(folder, KEY)).toBeNull();
  });

  it.each(['code', 'run', 'marker'])('of another %s', async (field) => {
    await writeSnapshot(file, KEY, some);
    expect(await readSnapshot(file, KEY)).not.toBeNull();
    expect(await readSnapshot(file, { ...KEY, [field]: 'another' })).toBeNull();
  });

  it('that ends early, wherever it ends, or goes on', async () => {
    await writeSnapshot(file, KEY, some);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await readSnapshot(file, KEY)).toBeNull();
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.alloc(8)]));
    expect(await readSnapshot(file, KEY)).toBeNull();
  });

  it('with any one byte changed', async () => {
    await writeSnapshot(file, KEY, some);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      writeFileSync(file, changed);
      expect([at, await readSnapshot(file, KEY)]).toEqual([at, null]);
    }
  });
});

describe('arrays that are no graph', () => {
  const graph = arraysOf(projectTies(factsOf([])));

  it.each([...graph.keys()])('because of %s', (name) => {
    expect(graphOf(graph)).not.toBeNull();
    expect(graphOf(new Map([...graph].filter(([each]) => each !== name)))).toBeNull();
    expect(graphOf(new Map([...graph, [name, Uint32Array.of(0, 7)]]))).toBeNull();
  });
});
