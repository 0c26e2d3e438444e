import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Story, storyShape } from '../wire/overview.ts';

/** The stories of a seed folder; none when it has no `stories.json`. */
export function readStories(folder: string): Story[] {
  const file = join(folder, 'stories.json');
  if (!existsSync(file)) return [];
  return z.array(storyShape).parse(JSON.parse(readFileSync(file, 'utf8')));
}
