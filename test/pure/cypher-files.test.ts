import { describe, expect, it } from 'vitest';
import {
  DERIVED_LABELS,
  DERIVED_RELATIONSHIPS,
  FACT_LABELS,
  FACT_RELATIONSHIPS,
  PROPERTIES,
  SERVICE_LABELS,
} from '../../server/vocabulary.ts';
import { filesBelow, textOf } from '../support/files.ts';

const LABELS: readonly string[] = [...FACT_LABELS, ...DERIVED_LABELS, ...SERVICE_LABELS];
const TYPES: readonly string[] = [...FACT_RELATIONSHIPS, ...DERIVED_RELATIONSHIPS];

/** What a header has to say, by folder. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  rules: [
    'id',
    'flag',
    'title',
    'level',
    'citation',
    'in force',
    'says',
    'asks',
    'false positives',
    'columns',
  ],
  saved: ['title', 'purpose', 'parameters', 'columns'],
};
const USUAL = ['purpose', 'parameters', 'columns'];

const files = filesBelow('cypher').filter((path) => path.endsWith('.cypher'));

/** The statement without its comments, texts and backticked names. */
function bare(path: string): string {
  return textOf(path)
    .replaceAll(/\/\/[^\n]*/g, '')
    .replaceAll(/'(?:\\.|[^'\\])*'/g, "''")
    .replaceAll(/`[^`]*`/g, '``');
}

function headerFields(path: string): string[] {
  return [...textOf(path).matchAll(/^\/\/ ([a-z0-9 ]+):/gm)].map(([, field]) => field ?? '');
}

describe.each(files)('%s', (path) => {
  it('says in its header what it is for', () => {
    const folder = path.split('/')[1] ?? '';
    expect(headerFields(path)).toEqual(expect.arrayContaining([...(HEADERS[folder] ?? USUAL)]));
  });

  it('is one statement', () => {
    expect(bare(path)).not.toContain(';');
  });

  it('uses only labels and relationship types of the vocabulary', () => {
    const words = [...bare(path).matchAll(/:!?([A-Z]\w*(?:[|&:]!?[A-Z]\w*)*)/g)].flatMap(([, found]) =>
      (found ?? '').split(/[|&:!]+/),
    );
    expect([...LABELS, ...TYPES]).toEqual(expect.arrayContaining(words));
  });

  it('names every parameter in its header, and a rule takes none', () => {
    const used = [...new Set([...bare(path).matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))];
    const header = textOf(path)
      .split('\n')
      .filter((line) => line.startsWith('//'))
      .join('\n');
    expect(used.filter((name) => !header.includes(`$${name}`))).toEqual([]);
    if (path.startsWith('cypher/rules/')) expect(used).toEqual([]);
  });
});

describe('all statements', () => {
  it('read and write only properties of the vocabulary', () => {
    const text = files.map(bare).join('\n');
    const variables = /\b(?:party|facility|listing|verdict|finding|holding|tie|owner|owned)\.(\w+)/g;
    const used = [...new Set([...text.matchAll(variables)].map(([, name]) => name ?? ''))];
    expect(used.length).toBeGreaterThan(20);
    expect(Object.keys(PROPERTIES)).toEqual(expect.arrayContaining(used));
  });
});
