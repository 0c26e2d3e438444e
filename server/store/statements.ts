import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const FOLDER = join(ROOT, 'cypher');

/** Text of every statement by path without ending, read once: `load/parties`, `rules/captured`. */
const texts: ReadonlyMap<string, string> = readAll();

function readAll(): Map<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.cypher'),
  );
  return new Map(
    files
      .sort()
      .map((name) => [
        name.replaceAll('\\', '/').slice(0, -'.cypher'.length),
        readFileSync(join(FOLDER, name), 'utf8'),
      ]),
  );
}

/**
 * The statement at a path below `cypher/`.
 *
 * @throws Error when there is none: a mistake in the product, not in its input
 */
export function statement(path: string): string {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`There is no cypher/${path}.cypher`);
  return text;
}

/** Paths of all statements in a folder of `cypher/`. */
export function statementsIn(folder: string): string[] {
  return [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
}
