import type { z } from 'zod';
import { InputError, type Problem } from '../errors.ts';
import { FACT_SECTIONS, type FactSection } from '../facts/facts.ts';
import { rowShapes } from './case-shape.ts';
import { parseJson } from './json.ts';
import type { RawCase, RawRow } from './raw-case.ts';

/** One text that is a case file. */
export interface CaseText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads case files and joins their rows. Bytes to checked rows; no cleaning and no judgement here.
 *
 * @throws InputError with every problem of every file: not JSON, an unknown section or field, a wrong value
 */
export function readCaseFiles(files: readonly CaseText[]): RawCase {
  const problems: Problem[] = [];
  const rows = emptyRows();
  for (const { file, text } of files) {
    try {
      readOne(parseJson(text, file), file, { rows, problems });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) problems.push(problem);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return rows;
}

/** Rows by section, to be filled. */
export type Rows = { [S in FactSection]: RawRow<S>[] };

interface Sink {
  readonly rows: Rows;
  readonly problems: Problem[];
}

/** No rows yet. */
export function emptyRows(): Rows {
  return {
    sources: [],
    parties: [],
    listings: [],
    holdings: [],
    investments: [],
    controls: [],
    affiliations: [],
    officers: [],
    facilities: [],
    physicalLinks: [],
    orders: [],
  };
}

function readOne(content: unknown, file: string, sink: Sink): void {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    const message = 'A case file is one JSON object.';
    sink.problems.push({ file, row: '', field: '', message, fix: 'Put the sections into { }.' });
    return;
  }
  for (const [section, value] of Object.entries(content)) {
    if (section === '$schema') continue;
    if (!isSection(section)) sink.problems.push(unknownSection(file, section));
    else if (!Array.isArray(value)) sink.problems.push(notAnArray(file, section));
    else for (const [index, item] of value.entries()) readRow(section, item, { file, index, sink });
  }
}

function isSection(name: string): name is FactSection {
  return (FACT_SECTIONS as readonly string[]).includes(name);
}

interface Place {
  readonly file: string;
  readonly index: number;
  readonly sink: Sink;
}

function readRow<S extends FactSection>(section: S, item: unknown, { file, index, sink }: Place): void {
  const row = `${section}[${index}]`;
  const result = checkRow(section, item, { file, row });
  if ('problems' in result) for (const problem of result.problems) sink.problems.push(problem);
  else {
    const target: RawRow<S>[] = sink.rows[section];
    target.push(result);
  }
}

/** One row against the shape of its section, wherever it was read from: the row, or all that is wrong with it. */
export function checkRow<S extends FactSection>(
  section: S,
  item: unknown,
  { file, row }: { readonly file: string; readonly row: string },
): RawRow<S> | { readonly problems: readonly Problem[] } {
  const shape: z.ZodType<RawRow<S>['value']> = shapeOf(section);
  const result = shape.safeParse(item);
  if (result.success) return { file, row, value: result.data };
  const fields = Object.keys(rowShapes[section].shape);
  return { problems: result.error.issues.map((issue) => toProblem(issue, { file, row, fields, item })) };
}

function shapeOf<S extends FactSection>(section: S): z.ZodType<RawRow<S>['value']> {
  const shapes: { [K in FactSection]: z.ZodType<RawRow<K>['value']> } = rowShapes;
  return shapes[section];
}

interface RowContext {
  readonly file: string;
  readonly row: string;
  readonly fields: readonly string[];
  readonly item: unknown;
}

function toProblem(issue: z.core.$ZodIssue, context: RowContext): Problem {
  const { file, row, fields } = context;
  if (issue.code === 'unrecognized_keys') {
    const message = `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
    const fix = `Known fields: ${fields.join(', ')}.`;
    return { file, row: rowName(row, context.item), field: issue.path.join('.'), message, fix };
  }
  const field = issue.path.join('.');
  const message = `${describeValue(context.item, issue.path)}${whatIsWrong(issue)}.`;
  return { file, row: rowName(row, context.item), field, message, fix: fixOf(issue) };
}

/** `holdings[3]`, with the id of the row where it has one, so that it can be found by eye. */
function rowName(row: string, item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? `${row} (${id})` : row;
}

function describeValue(item: unknown, path: readonly PropertyKey[]): string {
  let value = item;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return '';
    value = Reflect.get(value, key);
  }
  if (path.length === 0 || value === undefined) return '';
  const shown = JSON.stringify(value) ?? String(value);
  return `${shown.length > 80 ? `${shown.slice(0, 80)}...` : shown} `;
}

/** Zod's words for a reader's own; custom checks already say it in ours. */
function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return 'is none of the known words';
  if (issue.code === 'invalid_type')
    return issue.message.includes('undefined') ? 'is missing' : `is not a ${issue.expected}`;
  return issue.message;
}

function fixOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_type') return `Give a ${issue.expected}.`;
  if (issue.code === 'invalid_union' && issue.path[0] === 'technologies')
    return 'Give a number above 0, or leave it out when it is not known.';
  if (issue.code === 'invalid_union')
    return 'Give a percentage from 0 to 100, or {"min":..,"max":..}, or leave it out.';
  return 'Correct the value.';
}

function unknownSection(file: string, section: string): Problem {
  const fix = `Known sections: ${FACT_SECTIONS.join(', ')}.`;
  return { file, row: section, field: '', message: `unknown section "${section}".`, fix };
}

function notAnArray(file: string, section: string): Problem {
  return {
    file,
    row: section,
    field: '',
    message: 'a section is an array of rows.',
    fix: 'Put the rows into [ ].',
  };
}
