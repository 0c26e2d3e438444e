import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeError } from '../../server/errors.ts';
import { kindNotes } from '../../server/normalise/kind-notes.ts';
import { readInput, SEED } from '../../server/pipeline.ts';
import { graph } from '../support/cases.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-manifest-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SOURCE = { id: 's', title: 'Register' };
const CASE = { sources: [SOURCE], parties: [{ id: 'P', name: 'P Co', jurisdiction: 'CN', source: 's' }] };
const MANIFEST = {
  title: 'Mine',
  licence: 'mine',
  counts: { sources: 1, parties: 1 },
  editions: [{ list: 'bis-entity-list', date: '2025-01-01', source: 's' }],
};

function readFolder(manifest: object, more: readonly string[] = []) {
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(CASE));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return readInput([folder, ...more]);
}

/** What a person reads when a folder is refused; empty when it is taken. */
function refusalOf(manifest: object): string {
  try {
    readFolder(manifest);
    return '';
  } catch (error) {
    return describeError(error).join('\n');
  }
}

describe('a manifest', () => {
  it('that fits is taken', () => {
    expect(readFolder(MANIFEST).manifest?.title).toBe('Mine');
  });

  it('counts the rows of its own folder, whatever is read beside it', () => {
    const other = join(folder, '..', `${folder.split('/').at(-1)}.json`);
    writeFileSync(other, JSON.stringify({ parties: [{ id: 'Q', name: 'Q Co', source: 's' }] }));
    try {
      expect(readFolder(MANIFEST, [other]).facts.parties).toHaveLength(2);
    } finally {
      rmSync(other);
    }
  });

  it.each([
    ['other counts', { ...MANIFEST, counts: { sources: 1, parties: 2 } }, /promises 2 rows, but 1 were read/],
    [
      'an edition of an unknown list',
      { ...MANIFEST, editions: [{ list: 'no-list', date: '2025-01-01', source: 's' }] },
      /manifest\.json[\s\S]*editions\.0\.list/,
    ],
    [
      'an edition from an unknown source',
      { ...MANIFEST, editions: [{ list: 'bis-meu', date: '2025-01-01', source: 'nowhere' }] },
      /editions\[0\][\s\S]*source "nowhere", which is not there/,
    ],
  ])('with %s is refused', (_, manifest, message) => {
    expect(refusalOf(manifest)).toMatch(message);
  });
});

describe('the name of what was read', () => {
  it('is "seed" for the product\'s own facts and for no other folder', () => {
    expect(readInput([SEED]).name).toBe('seed');
    expect(readFolder(MANIFEST).name).toBe(folder);
  });
});

describe('kinds of ties', () => {
  it('that are not known are said and counted, with the place of the first', () => {
    const facts = graph('A -10-> B', {
      affiliations: [
        { a: 'A', b: 'B', kind: 'false-freind' },
        { a: 'B', b: 'A', kind: 'false-friend' },
      ],
    });
    expect(kindNotes(facts)).toEqual([
      expect.stringMatching(
        /affiliations: the kind "false-freind" is not known \(1, first at .*affiliations\[0\]\)/,
      ),
    ]);
  });

  it('are all known in the seed', () => {
    expect(kindNotes(readInput([SEED]).facts)).toEqual([]);
  });
});
