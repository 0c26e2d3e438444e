import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Bytes } from '../reader.ts';
import { broken, sizeText } from './broken.ts';

/** An element with all that is in it. */
export interface XmlElement {
  /** Without the prefix of its namespace: `LEIRecord` for `lei:LEIRecord`. */
  readonly name: string;
  /** As written: `xml:lang`, `type`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text inside, that of the children with it, as it stands. */
  readonly text: string;
  /** Texts and children in the order of the file, for where they are mixed. */
  readonly content: readonly (string | XmlElement)[];
  /** Line on which it starts, from 1. */
  readonly line: number;
}

/** Deeper than any list or register. */
const MAX_DEPTH = 100;
/** Characters and children of one element that is read; the longest known has some ten thousand. */
const MAX_SIZE = 16 * 2 ** 20;

const UNKNOWN = 'No known format does; look whether the file is what it is named.';

/**
 * Elements of the given names, each as a small tree, in the order in which they end. Elements of these names inside of
 * one another come as part of the outer one only. Well-formed XML is demanded of the whole file; a DOCTYPE is refused,
 * so that no entity can expand or reach outside: only the five of XML are known.
 *
 * @param names local names, without prefixes
 * @throws InputError naming the line when it is not well-formed, ends in the middle, has a DOCTYPE, nests deeper than
 *   100, or one element is larger than 16 MiB
 */
export async function* xmlElements(bytes: Bytes, names: readonly string[]): AsyncGenerator<XmlElement> {
  const trees = new TreeBuilder(new Set(names));
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield* trees.take(decoder.decode(chunk, { stream: true }));
  yield* trees.end();
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (string | XmlElement)[];
  readonly line: number;
}

class TreeBuilder {
  readonly #parser = new SaxesParser();
  readonly #names: ReadonlySet<string>;
  /** Elements open inside the one that is wanted, itself first; empty outside. */
  readonly #open: Open[] = [];
  #depth = 0;
  #size = 0;
  /** Characters since the last tag, which the parser holds. */
  #sinceTag = 0;
  #found: XmlElement[] = [];
  #hasRoot = false;

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
    this.#parser.on('error', (error) => {
      throw this.#notXml(error.message);
    });
    this.#parser.on('doctype', () => {
      throw this.#broken(
        'has a DOCTYPE, which can make entities that expand or reach outside.',
        'No list or register has one. Take the file from its publisher, or remove the DOCTYPE.',
      );
    });
    this.#parser.on('opentag', (tag) => this.#start(tag));
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('closetag', () => this.#close());
  }

  take(text: string): readonly XmlElement[] {
    this.#sinceTag += text.length;
    this.#parser.write(text);
    if (this.#sinceTag > MAX_SIZE)
      throw this.#broken(`has no tag for more than ${sizeText(MAX_SIZE)}.`, UNKNOWN);
    return this.#taken();
  }

  end(): readonly XmlElement[] {
    if (this.#depth > 0)
      throw this.#broken('The file ends in the middle.', 'It was cut off on its way; fetch it again, whole.');
    if (!this.#hasRoot) throw this.#broken('is empty, or no XML.', 'Fetch or save the file again.');
    this.#parser.close();
    return this.#taken();
  }

  #taken(): readonly XmlElement[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #start(tag: SaxesTagPlain): void {
    this.#hasRoot = true;
    this.#sinceTag = 0;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw this.#broken(`nests deeper than ${MAX_DEPTH} elements.`, UNKNOWN);
    const name = localName(tag.name);
    if (this.#open.length === 0 && !this.#names.has(name)) return;
    this.#open.push({ name, attributes: attributesOf(tag), content: [], line: this.#parser.line });
    this.#grow(tag.name.length);
  }

  #text(text: string): void {
    const inside = this.#open.at(-1);
    if (inside === undefined) return;
    inside.content.push(text);
    this.#grow(text.length);
  }

  #close(): void {
    this.#sinceTag = 0;
    this.#depth -= 1;
    const open = this.#open.pop();
    if (open === undefined) return;
    const element = toElement(open);
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.content.push(element);
    else {
      this.#found.push(element);
      this.#size = 0;
    }
  }

  #grow(size: number): void {
    this.#size += size + 16;
    if (this.#size > MAX_SIZE)
      throw this.#broken(
        `has an element <${this.#open[0]?.name}> larger than ${sizeText(MAX_SIZE)}.`,
        UNKNOWN,
      );
  }

  #notXml(message: string): Error {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const fix = /entity/.test(reason)
      ? 'Only &amp;, &lt;, &gt;, &quot;, &apos; and numbers are known; write others as the sign itself.'
      : 'Fetch the file again, or correct the XML at that place.';
    return this.#broken(`Not well-formed XML: ${reason}.`, fix);
  }

  #broken(message: string, fix: string): Error {
    return broken({ row: `line ${this.#parser.line}`, message, fix });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

// Most elements have no attributes, and text or children but not both: one empty thing serves them all.
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
const NO_CHILDREN: readonly XmlElement[] = Object.freeze([]);

function attributesOf({ attributes }: SaxesTagPlain): Readonly<Record<string, string>> {
  for (const _ in attributes) return { ...attributes };
  return NO_ATTRIBUTES;
}

function toElement({ name, attributes, content, line }: Open): XmlElement {
  let text = '';
  let children: XmlElement[] | null = null;
  for (const each of content) {
    if (typeof each === 'string') text += each;
    else {
      text += each.text;
      children ??= [];
      children.push(each);
    }
  }
  return { name, attributes, children: children ?? NO_CHILDREN, text, content, line };
}
