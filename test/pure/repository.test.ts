import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesBelow, textOf } from '../support/files.ts';

const WRITTEN = /\.(ts|tsx|mjs|css|cypher|java|sh|md)$/;
const ROOMS = ['server', 'client', 'cypher', 'test'];

describe('the repository', () => {
  it('has no file of code, style or Cypher over 250 lines', () => {
    const long = ROOMS.flatMap(filesBelow)
      .filter((path) => WRITTEN.test(path))
      .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it('locks packages by version and hash, and by no host', () => {
    const lock: unknown = JSON.parse(textOf('package-lock.json'));
    const text = JSON.stringify(lock);
    expect(text).toContain('"integrity":"sha512-');
    expect(text).not.toMatch(/"resolved":"https?:/);
  });

  it('locks every optional package too, so that `npm ci` works on every system', () => {
    const shape = z.object({
      packages: z.record(
        z.string(),
        z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
      ),
    });
    const { packages } = shape.parse(JSON.parse(textOf('package-lock.json')));
    const wanted = Object.values(packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
  });

  it('names no other host in the code of the client, but for the names of XML vocabularies', () => {
    const hosts = filesBelow('client')
      .filter((path) => /\.(ts|tsx|css|html)$/.test(path))
      .flatMap((path) =>
        [...textOf(path).matchAll(/https?:\/\/[^\s'"`)]+/g)].map(([url]) => `${path}: ${url}`),
      )
      .filter((line) => !/http:\/\/www\.w3\.org\/2000\/svg$|gexf\.net/.test(line));
    expect(hosts).toEqual([]);
  });

  it('leaves no note to do something later', () => {
    const notes = ROOMS.flatMap(filesBelow)
      .filter((path) => WRITTEN.test(path) && path !== 'test/pure/repository.test.ts')
      .filter((path) => /\b(TODO|FIXME|XXX)\b/.test(textOf(path)));
    expect(notes).toEqual([]);
  });
});
