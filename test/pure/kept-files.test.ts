import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError } from '../../server/errors.ts';
import { keptFiles } from '../../server/library/kept-files.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'interlock-test-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
async function* bytes(text: string) {
  yield Buffer.from(text);
}
/** Comes half, then fails, as a broken download does. */
async function* broken() {
  yield Buffer.from('hel');
  throw new Error('cut off');
}

describe('kept files', () => {
  it('are there under the hash of their bytes, once, and whole', async () => {
    const files = keptFiles(data);
    expect(await files.keep(bytes('hello'))).toEqual({ hash: HELLO, bytes: 5, isNew: true });
    expect((await files.keep(bytes('hello'))).isNew).toBe(false);
    expect(readFileSync(files.pathOf(HELLO, 'a.json'), 'utf8')).toBe('hello');
    await expect(files.keep(broken())).rejects.toThrow('cut off');
    expect(readdirSync(join(data, 'editions'))).toEqual([HELLO]);
  });

  it('say which one is missing', () => {
    expect(() => keptFiles(data).pathOf(HELLO, 'a.json')).toThrow(NotFoundError);
  });

  it('are rid of what a killed process left, and not of what another is copying now', async () => {
    const folder = join(data, 'editions');
    mkdirSync(folder);
    const [old, fresh] = ['.incoming-old', '.incoming-fresh'].map((name) => join(folder, name));
    for (const path of [old, fresh]) writeFileSync(path ?? '', 'half');
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(old ?? '', twoDaysAgo, twoDaysAgo);
    await keptFiles(data).keep(bytes('hello'));
    expect([existsSync(old ?? ''), existsSync(fresh ?? '')]).toEqual([false, true]);
  });
});
