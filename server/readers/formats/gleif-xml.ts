import { type XmlElement, xmlElements } from '../bytes/xml.ts';
import type { About, Bytes, ReadItem, SetAside } from '../reader.ts';
import { aside } from './checked.ts';

/** Fields of one element by name, a place at a time; what nobody asked for and is not known stops the row. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** The text at the end of a way of names, trimmed; empty when it is not there. */
export function textAt(element: XmlElement | undefined, ...names: readonly string[]): string {
  let found = element;
  for (const name of names) found = child(found, name);
  return found?.text.trim() ?? '';
}

/** Names that are known under each element; others are unknown fields. */
export type KnownFields = Readonly<Record<string, readonly string[]>>;

/** The first unknown field under an element, or null. Elements without an entry may hold anything. */
function unknownField(element: XmlElement, known: KnownFields): string | null {
  const names = known[element.name];
  for (const each of element.children) {
    if (names !== undefined && !names.includes(each.name)) return `${element.name}.${each.name}`;
    const inside = unknownField(each, known);
    if (inside !== null) return inside;
  }
  return null;
}

interface GleifFormat<T> {
  readonly record: string;
  readonly header: string;
  readonly known: KnownFields;
  readonly toRow: (element: XmlElement, row: string) => T | SetAside;
}

/** Rows of a GLEIF file. Full files and updates have one form; what its header says comes as `about`. */
export async function* readGleif<T extends object>(
  bytes: Bytes,
  { record, header, known, toRow }: GleifFormat<T>,
): AsyncGenerator<ReadItem<T>> {
  let index = 0;
  for await (const element of xmlElements(bytes, [record, header])) {
    if (element.name === header) {
      yield aboutOf(element);
      continue;
    }
    index += 1;
    const row = `record ${index} (line ${element.line})`;
    const field = unknownField(element, known);
    if (field !== null)
      yield aside(
        row,
        [field, element.text.trim()],
        'unknown field',
        'Interlock must learn it before the row can be read.',
      );
    else {
      const value = toRow(element, row);
      yield isAside(value) ? value : { kind: 'row', row, value };
    }
  }
}

function isAside(value: object): value is SetAside {
  return 'kind' in value && value.kind === 'aside';
}

function aboutOf(header: XmlElement): About {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(textAt(header, 'ContentDate'))?.[0] ?? null;
  const count = textAt(header, 'RecordCount');
  return { kind: 'about', date, claims: /^\d+$/.test(count) ? Number(count) : null, publisher: 'GLEIF' };
}
