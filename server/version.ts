import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './root.ts';

/** Version of Interlock, from package.json. */
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;

/**
 * Hash of the code that runs, and of the statements that it sends. Conclusions that other code has drawn are drawn anew
 * at the next start, even where nobody has raised the version.
 */
export function codeHash(): string {
  const hash = createHash('sha256');
  for (const folder of [import.meta.dirname, join(ROOT, 'cypher')]) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(js|ts|cypher)$/.test(name)).sort())
      hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}
