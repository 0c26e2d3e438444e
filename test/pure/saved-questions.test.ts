import { describe, expect, it } from 'vitest';
import { savedQueries } from '../../server/store/saved-queries.ts';
import { textOf } from '../support/files.ts';

const guide = textOf('cypher/README.md');
const questions = guide.slice(guide.indexOf('\n## Questions\n'), guide.indexOf('\n## More patterns\n'));
const shown = questions.split('\n**').slice(1);

/** A statement without its header. */
function bodyOf(cypher: string): string {
  return cypher.replace(/^(\/\/.*\n)+/, '').trim();
}

describe('the questions that the guide shows', () => {
  it('are ten at least, each with a question mark', () => {
    expect(shown.length).toBeGreaterThanOrEqual(10);
    expect(shown.map((part) => part.split('**')[0] ?? '').filter((title) => !title.endsWith('?'))).toEqual(
      [],
    );
  });

  it.each(shown)('%s', (part) => {
    const id = /`saved\/([a-z0-9-]+)\.cypher`/.exec(part)?.[1];
    const saved = savedQueries().find((query) => query.id === id);
    expect(/```cypher\n([\s\S]*?)\n```/.exec(part)?.[1]).toBe(bodyOf(saved?.cypher ?? ''));
    expect(part).toContain(saved?.purpose);
    for (const [name, value] of Object.entries(saved?.parameters ?? {}))
      expect(part).toContain(`${name} = ${value}`);
  });

  it('name only saved queries that there are', () => {
    const named = [...guide.matchAll(/(?:`saved\/|--saved )([a-z0-9-]+)/g)].map(([, id]) => id);
    expect(savedQueries().map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });
});

describe('every saved query', () => {
  it.each(savedQueries())('$id has a default for each of its parameters, and names no other', (query) => {
    const used = [...new Set([...bodyOf(query.cypher).matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))];
    expect(Object.keys(query.parameters).sort()).toEqual(used.sort());
  });
});
