import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { InputError, type Problem } from '../errors.ts';
import { isDate } from '../facts/dates.ts';
import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import { LIST_IDS } from './case-shape.ts';
import { parseJson } from './json.ts';

const date = z.string().refine(isDate, 'is not a day of the calendar written YYYY-MM-DD');

const manifestShape = z.strictObject({
  title: z.string(),
  licence: z.string(),
  note: z.string().optional(),
  /** Rows that each section must hold, neither more nor fewer; none where it is not named. */
  counts: z.partialRecord(z.enum(FACT_SECTIONS), z.int().min(0)),
  editions: z.array(z.strictObject({ list: z.enum(LIST_IDS), date, source: z.string() })),
});

/** What a folder of facts promises: its counts, and the editions of the lists it was taken from. */
export type Manifest = z.infer<typeof manifestShape>;

/** The manifest of a folder; null when it has none, or when the path is not a folder. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return null;
  const file = relative('.', path);
  const result = manifestShape.safeParse(parseJson(readFileSync(path, 'utf8'), file));
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
 * Compares what was read from a folder with what its manifest promises.
 *
 * @param facts all that was read; rows of other files are not counted
 * @throws InputError naming each section that holds more or fewer rows, and each edition without a source
 */
export function checkManifest(manifest: Manifest, facts: Facts, folder: string): void {
  const file = relative('.', join(folder, 'manifest.json'));
  const problems = [...countProblems(manifest, facts, folder), ...editionProblems(manifest, facts)];
  if (problems.length > 0) throw new InputError(problems.map((problem) => ({ file, ...problem })));
}

type ManifestProblem = Omit<Problem, 'file'>;

function countProblems(manifest: Manifest, facts: Facts, folder: string): ManifestProblem[] {
  const start = relative('.', join(folder, 'manifest.json')).slice(0, -'manifest.json'.length);
  return FACT_SECTIONS.flatMap((section): ManifestProblem[] => {
    const rows: readonly { readonly row: string }[] = facts[section];
    const found = rows.filter(({ row }) => row.startsWith(start)).length;
    const promised = manifest.counts[section] ?? 0;
    if (promised === found) return [];
    const message = `promises ${promised} rows, but ${found} were read.`;
    const fix = `If a row was added or removed on purpose, set counts.${section} to ${found}; else find out what is missing.`;
    return [{ row: 'counts', field: section, message, fix }];
  });
}

function editionProblems({ editions }: Manifest, { sources }: Facts): ManifestProblem[] {
  return editions.flatMap(({ source }, index): ManifestProblem[] => {
    if (sources.some(({ id }) => id === source)) return [];
    const message = `points at source "${source}", which is not there.`;
    return [
      { row: `editions[${index}]`, field: 'source', message, fix: 'Add it to sources, or correct the id.' },
    ];
  });
}
