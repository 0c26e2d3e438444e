import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError, type Problem } from '../errors.ts';
import { isDate } from '../facts/dates.ts';
import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import { parseJson } from './json.ts';

const date = z.string().refine(isDate, 'is not a day of the calendar written YYYY-MM-DD');

const manifestShape = z.strictObject({
  title: z.string(),
  licence: z.string(),
  note: z.string().optional(),
  /** Rows that each section must hold, neither more nor fewer. */
  counts: z.record(z.enum(FACT_SECTIONS), z.int().min(0)),
  editions: z.array(z.strictObject({ list: z.string(), date, source: z.string() })),
});

/** What a folder of facts promises: its counts, and the editions of the lists it was taken from. */
export type Manifest = z.infer<typeof manifestShape>;

/** The manifest of a folder; null when it has none, or when the path is not a folder. */
export function readManifest(folder: string): Manifest | null {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return null;
  const result = manifestShape.safeParse(parseJson(readFileSync(file, 'utf8'), file));
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues.map((issue) => ({
      file,
      row: '',
      field: issue.path.join('.'),
      message: `${issue.message}.`,
      fix: 'Correct the manifest.',
    })),
  );
}

/**
 * Compares what was read with what the manifest promises.
 *
 * @throws InputError naming each section that holds more or fewer rows
 */
export function checkCounts(manifest: Manifest, facts: Facts, file: string): void {
  const problems = FACT_SECTIONS.flatMap((section): Problem[] => {
    const [promised, found] = [manifest.counts[section] ?? 0, facts[section].length];
    if (promised === found) return [];
    const message = `promises ${promised} rows, but ${found} were read.`;
    const fix = `If a row was added or removed on purpose, set counts.${section} to ${found}; else find out what is missing.`;
    return [{ file, row: 'counts', field: section, message, fix }];
  });
  if (problems.length > 0) throw new InputError(problems);
}
