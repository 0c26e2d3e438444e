/** Bytes of one input, unpacked; opened afresh for each reading. */
export type Bytes = AsyncIterable<Uint8Array>;

/** What could not be understood: kept aside and counted, never dropped silently. */
export interface SetAside {
  readonly kind: 'aside';
  /** `line 12`, `record 3`, `results[5]` */
  readonly row: string;
  readonly field: string;
  /** The value as read, cut to 200 characters. */
  readonly value: string;
  readonly reason: string;
  readonly fix: string;
  /** Id of its list, where the file holds several and the row says of which it is. */
  readonly list?: string;
  /** It is understood, and says nothing that Interlock asks for: no sign that the file is broken. */
  readonly isHarmless?: true;
}

/** One row of a file, as its format gives it: checked, not cleaned. */
export interface ReadRow<T> {
  readonly kind: 'row';
  readonly row: string;
  readonly value: T;
}

/** What the file says about itself: which list, of which day, how many rows it claims. */
export interface About {
  readonly kind: 'about';
  /** Day the publisher stamps on it, `YYYY-MM-DD`; null when the file does not say. */
  readonly date: string | null;
  /** Rows it claims to have; null when it does not say. */
  readonly claims: number | null;
  readonly publisher: string;
  /** It holds only what was added, changed and deleted since an earlier file. */
  readonly isDelta?: boolean;
}

export type ReadItem<T> = ReadRow<T> | SetAside | About;

/** One format. */
export interface Reader<T> {
  /** `csl-json` */
  readonly id: string;
  /** For people: "US Consolidated Screening List, JSON" */
  readonly title: string;
  /** Looks at the first 64 KiB as text. */
  readonly recognises: (head: string) => boolean;
  /** @throws InputError when the file as a whole is not what it claims to be (truncated, wrong kind) */
  readonly read: (bytes: Bytes, file: string) => AsyncIterable<ReadItem<T>>;
}
