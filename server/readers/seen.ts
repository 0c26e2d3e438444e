/** What a text looks like, for people: `a JSON object with the keys "a", "b"`. */
export function seenIn(head: string): string {
  const text = head.trimStart();
  if (text.startsWith('<')) return seenXml(text);
  if (text.startsWith('{') || text.startsWith('[')) return seenJson(text);
  const [line = ''] = text.split(/\r?\n/, 1);
  const delimiter = ['\t', ';', ','].find((sign) => line.includes(sign));
  if (delimiter === undefined) return `a text that begins ${quote(line.slice(0, 60))}`;
  const columns = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  return `a table with the columns ${listed(columns)}`;
}

function seenXml(text: string): string {
  const root = /<([A-Za-z_][\w:.-]*)/.exec(text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''))?.[1];
  return root === undefined ? 'XML without an element' : `XML with the root <${root}>`;
}

const KEY = /^[\s,]*"((?:[^"\\]|\\.){0,200})"\s*:/;
const MAX_KEYS = 200;

function seenJson(text: string): string {
  const isArray = text.startsWith('[');
  const object = text.indexOf('{');
  const keys = object === -1 ? [] : keysOf(text.slice(object + 1));
  const isLines = !isArray && /\}\s*\n\s*\{/.test(text);
  const what = isArray ? 'a JSON array of objects' : isLines ? 'JSON objects, one a line,' : 'a JSON object';
  return keys.length === 0 ? 'JSON without an object' : `${what} with the keys ${listed(keys)}`;
}

/** Keys of the object that the text is inside of, as far as it goes. */
function keysOf(text: string): string[] {
  const keys: string[] = [];
  let rest = text;
  for (let match = KEY.exec(rest); match !== null && keys.length < MAX_KEYS; match = KEY.exec(rest)) {
    keys.push(match[1] ?? '');
    rest = rest.slice(match[0].length);
    rest = rest.slice(endOfValue(rest));
  }
  return keys;
}

/** Where the value that the text starts with ends: at a comma or a bracket that is not its own. */
function endOfValue(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth < 0 || (depth === 0 && token === ',')) return index;
  }
  return text.length;
}

const MAX_SHOWN = 8;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_SHOWN).map((name) => quote(name.slice(0, 40)));
  return `${shown.join(', ')}${names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : ''}`;
}

const quote = (text: string): string => JSON.stringify(text);
