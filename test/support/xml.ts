/** An element of an XML file. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Own text, without that of the children. */
  text: string;
}

const TOKEN =
  /<\?[^?]*\?>|<!--(?:(?!--)[\s\S])*-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|[^<]+/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)="([^"]*)"/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#x([0-9A-Fa-f]+)|#(\d+));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/**
 * Reads the XML that exports write, strictly: every tag closed by its own name, every attribute quoted and given once,
 * only known entities, no sign that XML forbids, one root.
 *
 * @throws Error saying what is not well-formed, and where
 */
export function parseXml(xml: string): Element {
  if (UNWRITABLE.test(xml)) throw new Error('a sign that XML cannot hold');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (!match) throw new Error(`not well-formed at ${xml.slice(at, at + 60)}`);
    take(match, open);
  }
  const [only] = root.children;
  if (open.length > 1 || !only || root.children.length > 1 || root.text.trim() !== '')
    throw new Error('not exactly one root that is closed');
  return only;
}

function take([token, closing, name, attributes = '', empty]: RegExpExecArray, open: Element[]): void {
  const inside = open.at(-1);
  if (!inside) throw new Error(`${token} after the end`);
  if (name === undefined) {
    if (!token.startsWith('<')) inside.text += plainText(token);
  } else if (closing === '/') {
    if (inside.name !== name) throw new Error(`${token} closes ${inside.name}`);
    open.pop();
  } else {
    const element: Element = { name, attributes: attributesOf(attributes), children: [], text: '' };
    inside.children.push(element);
    if (empty !== '/') open.push(element);
  }
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(
    ([, key = '', value = '']) => [key, plainText(value)] as const,
  );
  const attributes = Object.fromEntries(pairs);
  if (Object.keys(attributes).length < pairs.length) throw new Error(`an attribute twice: ${text}`);
  return attributes;
}

function plainText(text: string): string {
  return text.replace(ENTITY, (_, named?: string, hex?: string, number?: string) => {
    if (named !== undefined) return NAMED[named] ?? '';
    if (hex === undefined && number === undefined) throw new Error(`a bare ampersand in ${text}`);
    return String.fromCodePoint(hex === undefined ? Number(number) : Number.parseInt(hex, 16));
  });
}

/** All elements of a name below one, in the order of the file. */
export function elements(root: Element, name: string): Element[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}
