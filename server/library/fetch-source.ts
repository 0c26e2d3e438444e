import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { UnavailableError } from '../errors.ts';
import { type Download, fetchFile, type Validators } from './fetch-file.ts';
import type { KeptFiles } from './kept-files.ts';
import type { ListSource } from './sources.ts';

const validatorsShape = z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() });
const fetchedShape = z.object({
  url: z.string(),
  ...validatorsShape.shape,
  hash: z.string(),
  /** When these bytes were fetched, and when the server was last asked, ISO 8601. */
  fetchedAt: z.string(),
  checkedAt: z.string(),
});
const begunShape = z.object({ url: z.string(), ...validatorsShape.shape });

/** What was fetched last from a source. */
export type FetchedSource = z.infer<typeof fetchedShape>;

export interface Fetching {
  /** The data folder. */
  readonly data: string;
  readonly files: KeptFiles;
  readonly now: () => Date;
  readonly progress: (done: number, total: number | null) => void;
  /** Longest silence of the server, in milliseconds. */
  readonly patience: number;
  /** How often a download that broke is continued before it is given up for now. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one. */
  readonly pause: number;
}

export interface FetchResult extends FetchedSource {
  /** False when the server says that nothing has changed, or sent the same bytes. */
  readonly isNew: boolean;
}

/**
 * Fetches a source from its published address, unless what is kept is still the newest. A download that broke, in this
 * process or an earlier one, goes on where it ended; a file is kept only when it is whole.
 *
 * @throws UnavailableError when the source cannot be had now; what was kept stays
 */
export async function fetchSource(source: ListSource, fetching: Fetching): Promise<FetchResult> {
  const folder = join(fetching.data, 'downloads');
  mkdirSync(folder, { recursive: true });
  const note = join(folder, `${source.id}.json`);
  const before = await readNote(note, fetchedShape);
  const kept = before !== null && fetching.files.has(before.hash) ? before : null;
  const url = await addressOf(source, fetching);
  const path = join(folder, `${source.id}.part`);
  const asked = { url, path, note: `${path}.json`, kept: kept?.url === url ? kept : null };
  const found = await persistently(asked, fetching);
  const checkedAt = fetching.now().toISOString();
  if (found.kind === 'unchanged' && kept !== null) {
    await writeNote(note, { ...kept, checkedAt });
    return { ...kept, checkedAt, isNew: false };
  }
  if (found.kind === 'unchanged') throw new UnavailableError(`${url} sent nothing.`, 'Try again later.');
  const { hash } = await fetching.files.adopt(path);
  const { etag, lastModified } = found;
  const fetched = { url, etag, lastModified, hash, fetchedAt: checkedAt, checkedAt };
  await writeNote(note, fetched);
  await rm(asked.note, { force: true });
  return { ...fetched, isNew: hash !== kept?.hash };
}

/** What was fetched last from a source; null when nothing was. */
export function lastFetched(data: string, source: string): Promise<FetchedSource | null> {
  return readNote(join(data, 'downloads', `${source}.json`), fetchedShape);
}

interface Asked {
  readonly url: string;
  readonly path: string;
  readonly note: string;
  readonly kept: Validators | null;
}

async function persistently({ url, path, note, kept }: Asked, fetching: Fetching) {
  const { progress, patience } = fetching;
  for (let attempt = 1; ; attempt += 1) {
    const last = await readNote(note, begunShape);
    const begun = last?.url === url ? last : null;
    if (begun === null) await rm(path, { force: true });
    const begin = (validators: Validators): Promise<void> => writeNote(note, { url, ...validators });
    const download: Download = { url, path, kept, begun, begin, progress, patience };
    try {
      return await fetchFile(download);
    } catch (error) {
      if (attempt >= fetching.attempts) throw error;
      await setTimeout(fetching.pause * 2 ** (attempt - 1));
    }
  }
}

const titlesShape = z.object({
  titles: z.array(z.object({ number: z.number(), up_to_date_as_of: z.string().nullable() })),
});
/** Commerce and foreign trade, the title of the Code of Federal Regulations that holds Part 744. */
const TITLE = 15;

/** The address of today: of the eCFR, that of the newest day it has. */
async function addressOf({ url, dateFrom }: ListSource, fetching: Fetching): Promise<string> {
  if (dateFrom === undefined) return url;
  const path = join(fetching.data, 'downloads', 'titles.part');
  await rm(path, { force: true });
  const asked = { url: dateFrom, path, kept: null, begun: null, begin: async () => {} };
  await fetchFile({ ...asked, progress: () => {}, patience: fetching.patience });
  const titles = titlesShape.safeParse(await readJson(path));
  await rm(path, { force: true });
  const date = titles.data?.titles.find(({ number }) => number === TITLE)?.up_to_date_as_of;
  if (date) return url.replace('{date}', date);
  throw new UnavailableError(
    `${dateFrom} does not say up to which day title ${TITLE} is kept.`,
    'Try again later.',
  );
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A note that is missing or broken says nothing: then everything is asked for anew. */
async function readNote<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  return shape.safeParse(await readJson(path)).data ?? null;
}

async function writeNote(path: string, content: object): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
