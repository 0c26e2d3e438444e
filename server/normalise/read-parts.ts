import type { OpenInput } from '../readers/bytes/input.ts';
import type { About, Reader, SetAside } from '../readers/reader.ts';
import { readItems } from '../readers/recognise.ts';
import type { Placed } from './registers/from-gleif.ts';

/** One file, or one sheet of a workbook, and the id of the reader that knows it. */
export interface Part {
  readonly reader: string;
  readonly input: OpenInput;
}

/** Files of one edition while they are read: what is in them beside their rows is gathered here. */
export class FileReading {
  readonly asides: SetAside[] = [];
  readonly abouts: About[] = [];
  /** Who published all that was read, where it says so and is one; empty otherwise. */
  publisher = '';
  readonly #parts: readonly Part[];
  #count = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  get files(): readonly string[] {
    return this.#parts.map(({ input }) => input.file);
  }

  /** Rows that were read so far. */
  get count(): number {
    return this.#count;
  }

  /** Rows that the files say they have; null unless each says it. */
  get claims(): number | null {
    let all = 0;
    for (const { claims } of this.abouts) {
      if (claims === null) return null;
      all += claims;
    }
    return this.abouts.length < this.#parts.length ? null : all;
  }

  /** Does one of the files hold changes only? */
  get hasDelta(): boolean {
    return this.abouts.some(({ isDelta }) => isDelta === true);
  }

  /** Latest day that a file says; null when none does. */
  get date(): string | null {
    const days = this.abouts.map(({ date }) => date).filter((date) => date !== null);
    return days.sort().at(-1) ?? null;
  }

  /**
   * Rows of all files of one format, in the order in which they were given.
   *
   * @throws InputError when a file as a whole is not what it claims to be
   */
  async all<T>(reader: Reader<T>): Promise<Placed<T>[]> {
    const rows: Placed<T>[] = [];
    for (const { input } of this.#parts.filter((part) => part.reader === reader.id)) {
      for await (const item of readItems(reader, input)) {
        if (item.kind === 'row') rows.push({ file: input.file, row: item.row, value: item.value });
        else if (item.kind === 'about') this.abouts.push(item);
        else
          this.asides.push(this.#parts.length === 1 ? item : { ...item, row: `${input.file} ${item.row}` });
      }
    }
    this.#count += rows.length;
    return rows;
  }
}
