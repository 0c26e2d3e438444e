import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Properties } from '../properties.ts';
import { type ColumnType, cellOf, quoted, typeOf, Unsayable } from './cells.ts';

/** What the import tool is to know of a table. */
export interface WrittenTable {
  /** The file with the names of the columns, and those with the rows. */
  readonly files: readonly string[];
  /** The one of them with line breaks within fields, which is read more slowly. */
  readonly withLineBreaks: string | null;
  /** Signs of the longest row. */
  readonly longest: number;
  readonly rows: number;
  /** Ids of the rows whose list is empty, by property: the import tool takes an empty list for an absent one. */
  readonly empties: ReadonlyMap<string, readonly string[]>;
}

/** Signs that are gathered before they are written. */
const CHUNK = 1_048_576;
const LINE_BREAK = /[\r\n]/;

/**
 * One table of the import tool, written while its rows are made: no more of it is in memory than a chunk. Columns are
 * learned from the rows, the types of the columns too, so the file with their names is written last. Rows with a line
 * break within a field go into a file of their own.
 */
export class TableFile {
  readonly #folder: string;
  readonly #name: string;
  readonly #keys: readonly string[];
  readonly #columns: string[] = [];
  readonly #known = new Set<string>();
  readonly #types = new Map<string, ColumnType>();
  readonly #plain: Chunked;
  readonly #broken: Chunked;
  readonly #empties = new Map<string, string[]>();
  #longest = 0;
  #rows = 0;

  /** @param keys columns of the import tool that stand before the properties, such as `:ID(party)` */
  constructor(folder: string, name: string, keys: readonly string[]) {
    this.#folder = folder;
    this.#name = name;
    this.#keys = keys;
    this.#plain = new Chunked(join(folder, `${name}.csv`));
    this.#broken = new Chunked(join(folder, `${name}.lines.csv`));
  }

  /**
   * @returns what to wait for before the next row, where there is anything
   * @throws Unsayable for what cannot be said in such a file
   */
  add(keys: readonly string[], properties: Properties): Promise<void> | undefined {
    const line = this.#line(keys, properties);
    this.#rows += 1;
    if (line.length > this.#longest) this.#longest = line.length;
    return (LINE_BREAK.test(line) ? this.#broken : this.#plain).add(`${line}\n`);
  }

  /** Writes what is left and the names of the columns; null for a table without rows. */
  async close(): Promise<WrittenTable | null> {
    const [plain, broken] = [await this.#plain.close(), await this.#broken.close()];
    if (this.#rows === 0) return null;
    const header = join(this.#folder, `${this.#name}.header.csv`);
    const names = this.#columns.map((name) => `${name}:${this.#types.get(name) ?? 'IGNORE'}`);
    await writeFile(header, `${[...this.#keys, ...names].join(',')}\n`);
    const files = [header, plain, broken].filter((file) => file !== null);
    return {
      files,
      withLineBreaks: broken,
      longest: this.#longest,
      rows: this.#rows,
      empties: this.#empties,
    };
  }

  #line(keys: readonly string[], properties: Properties): string {
    for (const name in properties) this.#learn(name, properties[name], properties);
    let line = keys.map(quoted).join(',');
    for (const name of this.#columns) line += `,${cellOf(properties[name])}`;
    return line;
  }

  #noteEmpty(name: string, id: string): void {
    const ids = this.#empties.get(name) ?? [];
    if (ids.length === 0) this.#empties.set(name, ids);
    ids.push(id);
  }

  #learn(name: string, value: unknown, properties: Properties): void {
    const former = this.#types.get(name);
    if (former === undefined && !this.#known.has(name)) {
      this.#known.add(name);
      this.#columns.push(name);
    }
    if (value === null || value === undefined) return;
    if (Array.isArray(value) && value.length === 0) this.#noteEmpty(name, String(properties.id));
    const type = typeOf(value);
    if (former === undefined) this.#types.set(name, type);
    else if (former !== type) throw new Unsayable(`Property ${name} is ${former} and ${type}`);
  }
}

/** A file that is written a chunk at a time, and is not made before there is anything for it. */
class Chunked {
  readonly #file: string;
  #text = '';
  #handle: FileHandle | null = null;
  /** One write after the other. */
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  add(text: string): Promise<void> | undefined {
    this.#text += text;
    return this.#text.length < CHUNK ? undefined : this.#write();
  }

  /** The path, or null when nothing was added. */
  async close(): Promise<string | null> {
    await (this.#text === '' ? this.#writing : this.#write());
    await this.#handle?.close();
    return this.#handle === null ? null : this.#file;
  }

  #write(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    this.#writing = this.#writing.then(async () => {
      this.#handle ??= await open(this.#file, 'wx', 0o600);
      await this.#handle.writeFile(text);
    });
    return this.#writing;
  }
}
