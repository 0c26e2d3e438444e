import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isDate } from '../../server/facts/dates.ts';
import { type Regulation, readRegulation } from '../../server/regulation/read.ts';
import { ROOT } from '../../server/root.ts';

/** A copy of the part of the product that reads the law, so that its files can be broken. */
let copy: string;
let readCopy: () => Regulation;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'interlock-law-'));
  mkdirSync(join(copy, 'cypher'));
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const part of ['root.ts', 'facts'])
    cpSync(join(ROOT, 'server', part), join(copy, 'server', part), { recursive: true });
  restore();
  const file = pathToFileURL(join(copy, 'server', 'regulation', 'read.ts')).href;
  const room: { readRegulation: () => Regulation } = await import(/* @vite-ignore */ file);
  readCopy = room.readRegulation;
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));
beforeEach(restore);

function restore(): void {
  cpSync(join(ROOT, 'server', 'regulation'), join(copy, 'server', 'regulation'), { recursive: true });
}

/** Changes one file of the copied law. */
function change(name: string, how: (text: string) => string): void {
  const path = join(copy, 'server', 'regulation', name);
  const before = readFileSync(path, 'utf8');
  const after = how(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

interface Broken {
  readonly what: string;
  /** File below `server/regulation/`. */
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
  readonly field: string;
}

const BROKEN: readonly Broken[] = [
  {
    what: 'a regime without its id',
    file: 'regimes/ofac-50.json',
    from: /"id":/,
    to: '"ident":',
    field: 'id',
  },
  {
    what: 'a field that nobody knows',
    file: 'regimes/eu-own-or-control.json',
    from: /"title":/,
    to: '"treshold": "50", "title":',
    field: 'treshold',
  },
  {
    what: 'a day of no calendar',
    file: 'regimes/bis-affiliates.json',
    from: /"2025-09-29"/,
    to: '"2025-09-31"',
    field: 'inForce',
  },
  {
    what: 'a confidence that is none',
    file: 'regimes/uk-own-or-control.json',
    from: /"confidence": "[a-z]+"/,
    to: '"confidence": "sure"',
    field: 'confidence',
  },
  {
    what: 'a list of an unknown level',
    file: 'lists.json',
    from: /"level": "[a-z-]+"/,
    to: '"level": "grave"',
    field: 'level',
  },
  {
    what: 'a share that is a number',
    file: 'minority.json',
    from: /"10"/,
    to: '10',
    field: 'significantFrom',
  },
  {
    what: 'places without their countries',
    file: 'rf27-destinations.json',
    from: /"countries":/,
    to: '"places":',
    field: 'countries',
  },
  {
    what: 'a clause whose limit is a number',
    file: 'advanced-node.json',
    from: /"0\.0019"/,
    to: '0.0019',
    field: 'periods[3].tests[0]',
  },
  {
    what: 'an order without its lists',
    file: 'strictness.json',
    from: /"lists":/,
    to: '"list":',
    field: 'lists',
  },
];

describe('the law as files', () => {
  it('reads the same from the copy as from the product', () => {
    expect(readCopy()).toEqual(readRegulation());
  });

  it.each(BROKEN)('names the file and the field: $what', ({ file, from, to, field }) => {
    change(file, (text) => text.replace(from, to));
    expect(readCopy).toThrow(`server/regulation/${file}: `);
    expect(readCopy).toThrow(field);
  });

  it('takes a regime that is put beside the others, and shows it after those of BIS and OFAC', () => {
    const text = readFileSync(join(ROOT, 'server', 'regulation', 'regimes', 'ofac-50.json'), 'utf8');
    const added = join(copy, 'server', 'regulation', 'regimes', 'another.json');
    writeFileSync(added, text.replace('"ofac-50"', '"another"'));
    expect(
      readCopy()
        .regimes.map(({ id }) => id)
        .slice(0, 4),
    ).toEqual(['bis-affiliates', 'bis-legally-distinct', 'ofac-50', 'another']);
    rmSync(added);
  });
});

describe('the law of the product', () => {
  it('has periods that end after they begin and do not overlap', () => {
    for (const { id, inForce, tests } of readRegulation().regimes)
      for (const periods of [inForce, tests]) {
        expect(periods.length, id).toBeGreaterThan(0);
        for (const { from, to } of periods) expect(from === null || to === null || from < to, id).toBe(true);
        const ordered = [...periods].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
        for (const [at, { to }] of ordered.slice(0, -1).entries()) {
          expect(to !== null && isDate(to), id).toBe(true);
          expect((ordered[at + 1]?.from ?? '') >= (to ?? ''), id).toBe(true);
        }
      }
  });

  it('cites for every regime and list where it stands', () => {
    const { regimes, lists } = readRegulation();
    expect([...regimes, ...lists].filter(({ citation }) => citation.trim() === '')).toEqual([]);
  });
});
