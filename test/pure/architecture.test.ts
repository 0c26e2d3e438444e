import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from '../support/files.ts';

/**
 * Which room may import which. A room is a folder of `server/` or `client/`, or one file that lies beside them. Read
 * from top to bottom it is the way of the data: a room imports only from rooms above it.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'server/errors.ts': [],
  'server/root.ts': [],
  'server/vocabulary.ts': [],
  'server/version.ts': ['server/root.ts'],
  'server/work.ts': [],
  'server/wire': [],
  'server/told-error.ts': ['server/errors.ts'],
  'server/workers': ['server/errors.ts', 'server/told-error.ts'],
  'server/bootstrap': [],
  'server/facts': [],
  'server/readers': ['server/errors.ts', 'server/facts'],
  'server/normalise': ['server/errors.ts', 'server/facts', 'server/readers'],
  'server/regulation': ['server/root.ts', 'server/facts'],
  'server/projection': ['server/work.ts', 'server/facts', 'server/normalise'],
  'server/analysis': ['server/work.ts', 'server/facts', 'server/projection', 'server/regulation'],
  'server/rules': [
    'server/root.ts',
    'server/facts',
    'server/normalise',
    'server/regulation',
    'server/analysis',
  ],
  'server/editions': [
    'server/errors.ts',
    'server/facts',
    'server/normalise',
    'server/analysis',
    'server/rules',
  ],
  'server/identity': ['server/errors.ts', 'server/facts', 'server/normalise'],
  'server/library': [
    'server/errors.ts',
    'server/root.ts',
    'server/facts',
    'server/readers',
    'server/normalise',
    'server/editions',
    'server/identity',
  ],
  'server/store': [
    'server/errors.ts',
    'server/root.ts',
    'server/vocabulary.ts',
    'server/wire',
    'server/facts',
    'server/normalise',
    'server/regulation',
    'server/projection',
    'server/analysis',
    'server/rules',
  ],
  'server/pipeline.ts': [
    'server/root.ts',
    'server/version.ts',
    'server/facts',
    'server/readers',
    'server/normalise',
    'server/regulation',
    'server/analysis',
    'server/rules',
    'server/store',
    'server/library',
  ],
  'server/loading': [
    'server/errors.ts',
    'server/version.ts',
    'server/facts',
    'server/readers',
    'server/editions',
    'server/identity',
    'server/library',
    'server/store',
    'server/pipeline.ts',
  ],
  'server/api': [
    'server/errors.ts',
    'server/root.ts',
    'server/work.ts',
    'server/wire',
    'server/workers',
    'server/facts',
    'server/readers',
    'server/regulation',
    'server/projection',
    'server/analysis',
    'server/rules',
    'server/store',
  ],
  'server/cli': [
    'server/errors.ts',
    'server/told-error.ts',
    'server/root.ts',
    'server/version.ts',
    'server/facts',
    'server/regulation',
    'server/analysis',
    'server/rules',
    'server/store',
    'server/pipeline.ts',
    'server/api',
    'server/editions',
    'server/library',
    'server/loading',
  ],
  'server/main.ts': ['server/version.ts', 'server/cli'],
  'client/styles': [],
  'client/words.ts': ['server/wire'],
  'client/api': ['server/wire'],
  'client/state': [],
  'client/canvas': ['server/wire', 'client/words.ts', 'client/api', 'client/state'],
  'client/theme.ts': ['client/canvas'],
  'client/export': ['server/wire', 'client/words.ts', 'client/state', 'client/canvas', 'client/styles'],
  'client/panels': [
    'server/wire',
    'client/words.ts',
    'client/api',
    'client/state',
    'client/canvas',
    'client/export',
  ],
  'client/pages': [
    'server/wire',
    'client/words.ts',
    'client/api',
    'client/state',
    'client/canvas',
    'client/export',
    'client/panels',
  ],
  'client/app.tsx': ['client/state', 'client/panels', 'client/pages'],
  'client/main.tsx': ['client/styles', 'client/theme.ts', 'client/app.tsx'],
};

const CODE = /\.(ts|tsx|mjs)$/;
const IMPORT = /\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)|^import '(\.[^']+)'/gm;

const room = (path: string): string => path.split('/').slice(0, 2).join('/');
const code = ['server', 'client'].flatMap(filesBelow).filter((path) => CODE.test(path));

function importsOf(path: string): string[] {
  return [...textOf(path).matchAll(IMPORT)].map((match) =>
    join(dirname(path), match[1] ?? match[2] ?? match[3] ?? ''),
  );
}

describe('imports', () => {
  it('go only where the table allows', () => {
    const wrong = code.flatMap((path) =>
      importsOf(path)
        .map(room)
        .filter((to) => to !== room(path) && to !== 'dist/server')
        .filter((to) => !ALLOWED[room(path)]?.includes(to))
        .map((to) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('go one way: a room of the table names only rooms above it', () => {
    const rooms = Object.keys(ALLOWED);
    const upwards = rooms.flatMap((from, at) =>
      (ALLOWED[from] ?? []).filter((to) => rooms.indexOf(to) >= at).map((to) => `${from} -> ${to}`),
    );
    expect(upwards).toEqual([]);
  });

  it('leave no line of the table unused', () => {
    const used = new Set(code.flatMap((path) => importsOf(path).map((to) => `${room(path)} -> ${room(to)}`)));
    const unused = Object.entries(ALLOWED).flatMap(([from, rooms]) =>
      rooms.map((to) => `${from} -> ${to}`).filter((pair) => !used.has(pair)),
    );
    expect(unused).toEqual([]);
  });

  it('never run in a circle among files', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      else if (!done.has(path)) {
        for (const to of importsOf(path).filter((file) => CODE.test(file) && !file.startsWith('dist')))
          visit(to, [...trail, path]);
        done.add(path);
      }
    };
    for (const path of code) visit(path, []);
    expect(circles).toEqual([]);
  });
});
