import { broken } from '../bytes/broken.ts';
import { jsonRecords } from '../bytes/json-array.ts';
import { lines } from '../bytes/lines.ts';
import { exactJson } from '../exact-json.ts';
import type { Bytes } from '../reader.ts';

export interface JsonItem {
  /** `line 12`, or `record 3` of an array. */
  readonly row: string;
  readonly value: unknown;
}

const LINE_FIX = 'Fetch the file again: one JSON object a line is expected.';
/** A single statement is a page of text; nothing that is longer comes as one object. */
const MAX_ONE = 16 * 2 ** 20;

/**
 * One JSON object a line.
 *
 * @throws InputError naming the line that is no JSON
 */
export async function* jsonLines(bytes: Bytes): AsyncGenerator<JsonItem> {
  for await (const { number, text } of lines(bytes)) {
    const row = `line ${number}`;
    yield { row, value: parsed(text, row) };
  }
}

/**
 * JSON records in any of the ways in which they are published: one array, one object a line, or one object alone.
 *
 * @throws InputError when it is none of them
 */
export async function* jsonItems(bytes: Bytes): AsyncGenerator<JsonItem> {
  const start = await headOf(bytes);
  if (start.startsWith('[')) {
    for await (const { index, value } of jsonRecords(bytes, null))
      yield { row: `record ${index + 1}`, value };
    return;
  }
  // An object whose first line does not end it is spread over lines, so it is alone.
  if (/^\{[^\n]*\}\s*(\n|$)/.test(start) || start.length >= HEAD) yield* jsonLines(bytes);
  else yield { row: 'record 1', value: parsed(await wholeText(bytes), '') };
}

const HEAD = 2 ** 20;

async function headOf(bytes: Bytes): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of bytes) {
    text = (text + decoder.decode(chunk, { stream: true })).trimStart();
    if (text.startsWith('[') || /\n/.test(text) || text.length >= HEAD) break;
  }
  return text;
}

async function wholeText(bytes: Bytes): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of bytes) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ONE)
      throw broken({ message: 'is one JSON object longer than 16 MiB.', fix: LINE_FIX });
  }
  return text;
}

/** Digits that a double cannot hold come back as text, so that no share is rounded. */
function parsed(text: string, row: string): unknown {
  try {
    return exactJson(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw broken({ row, message: `Not valid JSON: ${reason}.`, fix: LINE_FIX });
  }
}
