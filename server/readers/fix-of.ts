import { z } from 'zod';

/** What to do about a wrong value, said by the shape that refused it. */
const FIXES = z.registry<{ readonly fix: string }>();

/** Gives a shape of a field its own advice; to be the last thing done to it, since other changes make a new shape. */
export function withFix<S extends z.ZodType>(shape: S, fix: string): S {
  FIXES.add(shape, { fix });
  return shape;
}

/** What to do about an issue: the advice of the innermost shape on the way to it, else what the issue itself tells. */
export function fixOf(issue: z.core.$ZodIssue, row: z.core.$ZodType): string {
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.join(', ')}.`;
  return adviceAt(row, issue.path) ?? fixOfIssue(issue);
}

function fixOfIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `Give a ${issue.expected}.`;
  if (issue.code === 'too_big') return `Give ${amount(issue.maximum, issue.origin)} or less.`;
  if (issue.code === 'too_small') return `Give ${amount(issue.minimum, issue.origin)} or more.`;
  return 'Correct the value.';
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function amount(limit: number | bigint, origin: string): string {
  return `${limit}${UNITS[origin] ?? ''}`;
}

/** The advice of the innermost field on the way that has one. */
function adviceAt(row: z.core.$ZodType, path: readonly PropertyKey[]): string | undefined {
  let shapes = layersOf(row);
  let advice = adviceOf(shapes);
  for (const key of path) {
    shapes = shapes.flatMap((shape) => inside(shape, key)).flatMap(layersOf);
    advice = adviceOf(shapes) ?? advice;
  }
  return advice;
}

function adviceOf(shapes: readonly z.core.$ZodType[]): string | undefined {
  return shapes.map((shape) => FIXES.get(shape)?.fix).find((fix) => fix !== undefined);
}

/** A shape and all that it may stand for. A union speaks before its forms: which of them was meant is not known. */
function layersOf(shape: z.core.$ZodType): z.core.$ZodType[] {
  if (shape instanceof z.ZodUnion) return [shape, ...shape.options.flatMap(layersOf)];
  const isWrapper =
    shape instanceof z.ZodOptional || shape instanceof z.ZodNullable || shape instanceof z.ZodDefault;
  return isWrapper ? [shape, ...layersOf(shape.unwrap())] : [shape];
}

function inside(shape: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  if (shape instanceof z.ZodArray) return [shape.element];
  const field = shape instanceof z.ZodObject ? shape.shape[String(key)] : undefined;
  return field === undefined ? [] : [field];
}
