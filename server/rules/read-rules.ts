import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { parseRule, type Rule } from './rule.ts';

const FOLDER = join(ROOT, 'cypher', 'rules');

/**
 * Reads every rule of `cypher/rules/`, in the order of their ids.
 *
 * @throws Error when a header is not complete or an id is not its file's name
 */
export function readRules(): Rule[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.cypher'))
    .sort();
  return files.map((name) => {
    const rule = parseRule(`cypher/rules/${name}`, readFileSync(join(FOLDER, name), 'utf8'));
    if (`${rule.id}.cypher` !== name)
      throw new Error(`cypher/rules/${name}: the id "${rule.id}" is not the file's name`);
    return rule;
  });
}
