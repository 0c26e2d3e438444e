import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `cypher/`, `seed/` and `package.json`, whether this runs from `server/` or `dist/server/`. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(start: string): string {
  let folder = start;
  while (!(existsSync(join(folder, 'cypher')) && existsSync(join(folder, 'package.json')))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No folder above ${start} holds cypher/ and package.json`);
    folder = parent;
  }
  return folder;
}
