import { broken } from './broken.ts';

/**
 * Values of a text that holds whole elements of an array with commas between: `{"a":1},{"a":2}`.
 *
 * @param first index of the first of them in its array
 * @param name of the array, for messages
 * @throws InputError naming the first element that is no JSON
 */
export function parseElements(text: string, first: number, name: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(`[${text}]`);
    return Array.isArray(values) ? values : [];
  } catch {
    return parseOneByOne(text, first, name);
  }
}

/** The slow way, which knows where it is. */
function parseOneByOne(text: string, first: number, name: string): unknown[] {
  return cutElements(text).map((element, offset) => {
    try {
      return JSON.parse(element);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw broken({
        row: `${name}[${first + offset}]`,
        message: `Not valid JSON: ${reason}.`,
        fix: 'Fetch the file again, or correct the JSON at that place.',
      });
    }
  });
}

const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[[\]{},]/g;

/** Cut at the commas that are in no string and in no brackets. */
function cutElements(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === ',' && depth === 0) {
      found.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...found, text.slice(start)];
}
