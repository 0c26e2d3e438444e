import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, type Ended, run, temporaryFolder } from '../support/interlock.ts';
import { ASIDE } from '../support/partly-bad-files.ts';
import { REFUSED } from '../support/refused-files.ts';

afterEach(cleanUp);

function written(name: string, content: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** One message with file, place and fix; no result, and nothing of the machinery. */
function expectRefusal({ code, stdout, stderr }: Ended, name: string, told: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [what, ...lines] = stderr.trimEnd().split('\n');
  expect(what).toBe('The input cannot be used; nothing was changed.');
  expect(lines.join('\n')).toMatch(told);
  for (const line of lines)
    expect(line).toMatch(new RegExp(`^  ${name.replace(/\./g, '\\.')}[:/].* Fix: .+`));
  expect(stderr.length).toBeLessThan(4_000);
}

/** One of each way to be wrong: unpacking, reading, cutting rows, checking them, fitting them together. */
const LOADED = [
  'gzip cut off',
  'XML cut off',
  'a column missing',
  'a zip bomb',
  'an id twice in a case file',
  'an id twice in a sheet',
  'a web page saved as JSON',
  'a part of another list under a known name',
];

describe('a bad file', () => {
  it.each(REFUSED)('(%s) is told with its name, place and fix', async (_, name, content, told) => {
    expectRefusal(await run(['check', written(name, content())]), name, told);
  });

  it.each(REFUSED.filter(([why]) => LOADED.includes(why)))(
    '(%s) is refused by a load before anything is opened, and not kept',
    async (...row) => {
      const [, name, content, told] = row;
      const data = temporaryFolder();
      const env = { INTERLOCK_DATA: data, NEO4J_URI: 'bolt://127.0.0.1:9' };
      expectRefusal(await run(['load', '--dry-run', written(name, content())], { env }), name, told);
      const kept = join(data, 'editions');
      expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
    },
  );

  it.each(ASIDE)('(%s) gives its good rows; the bad one is kept aside, counted and told', async (...row) => {
    const [, name, content, { rows, aside }] = row;
    const file = written(name, content());
    const { code, stdout, stderr } = await run(['check', '--json', file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { editions } = JSON.parse(stdout);
    expect(editions).toMatchObject([{ series: [{ rows }], aside: aside === null ? 0 : 1 }]);
    expect(editions[0].firstAsides).toMatchObject(aside === null ? [] : [aside]);
    if (aside === null) return;
    const told = await run(['check', file]);
    expect(told.stdout).toContain(`first at ${aside.row} (`);
  });
});
