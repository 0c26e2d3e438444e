import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { describeError, InputError, InterlockError, SetupError } from '../../server/errors.ts';
import { tooLarge } from '../../server/store/connection.ts';
import { neo4jMemory } from '../../server/store/managed/memory.ts';

const GIB = 2 ** 30;

describe('memory of the managed Neo4j', () => {
  it.each([
    [2, 1_024],
    [10, 2_048],
    [24, 4_915],
    [256, 8_192],
  ])('is a fifth of %i GiB, between bounds: %i MiB, and one load may have half', (machine, heap) => {
    const memory = neo4jMemory({}, machine * GIB);
    expect(memory.heap).toBe(heap);
    expect(memory.transaction).toBe(Math.floor(heap / 2));
    expect(memory.transactions).toBeLessThan(heap);
  });

  it('is what the environment says', () => {
    expect(neo4jMemory({ INTERLOCK_NEO4J_HEAP: '3000' }, 2 * GIB).heap).toBe(3_000);
  });

  it.each(['', '1g', '511', '-1024', '1024.5'])('cannot be "%s"', (text) => {
    expect(() => neo4jMemory({ INTERLOCK_NEO4J_HEAP: text })).toThrow(SetupError);
  });
});

describe('a load that does not fit into one transaction', () => {
  const limit =
    'The allocation of an extra 2.0 MiB would use more than the limit 512.0 MiB. Currently using 510.2 MiB.';

  it('is told with the limit, what was changed and what to do', () => {
    const error = new neo4j.Neo4jError(
      limit,
      'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
      '',
      '',
    );
    expect(() => tooLarge(error)).toThrow(InterlockError);
    expect(() => tooLarge(error)).toThrow(/\(512\.0 MiB\); nothing was changed/);
  });

  it('is not what other errors are', () => {
    const other = new Error('something else');
    expect(() => tooLarge(other)).toThrow(other);
  });
});

it('tells the first fifty of thousands of problems, and how many more there are', () => {
  const problem = { file: 'a.json', row: 'parties[0]', field: 'x', message: 'unknown', fix: '' };
  const lines = describeError(new InputError(Array.from({ length: 2_051 }, () => problem)));
  expect(lines).toHaveLength(52);
  expect(lines.at(-1)).toBe('  ... and 2001 more.');
});
