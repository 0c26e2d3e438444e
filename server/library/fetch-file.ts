import { open, stat, truncate } from 'node:fs/promises';
import { UnavailableError } from '../errors.ts';

/** What tells one version of a file on a server from the next (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Download {
  readonly url: string;
  /** Where the bytes go; what a broken download left there is continued. */
  readonly path: string;
  /** Of the version that is kept already; null when none is. */
  readonly kept: Validators | null;
  /** Of the version that `path` holds the beginning of. */
  readonly begun: Validators | null;
  /** Told as soon as they are known, so that a broken download can be continued. */
  readonly begin: (validators: Validators) => Promise<void>;
  readonly progress: (done: number, total: number | null) => void;
  /** Ends it when nothing arrived for so long, in milliseconds. */
  readonly patience: number;
}

type Fetched = { readonly kind: 'unchanged' } | ({ readonly kind: 'whole' } & Validators);

/**
 * Asks once for a file: conditionally when a version is kept, from where a broken download ended when one is begun
 * (RFC 9110, sections 13 and 14). The file is whole when this returns.
 *
 * @throws UnavailableError when the server cannot be reached, says no, or ends too early; what came is left at `path`
 */
export async function fetchFile(download: Download): Promise<Fetched> {
  const { url, path } = download;
  const have = await sizeOf(path);
  const resumes = have > 0 && download.begun !== null && validatorOf(download.begun) !== null;
  const silence = stopwatch(download.patience);
  try {
    const response = await fetch(url, {
      headers: headersFor(download, resumes ? have : 0),
      signal: silence.signal,
    });
    if (response.status === 304) return { kind: 'unchanged' };
    // What was begun is no beginning of the file any more.
    if (response.status === 416) await truncate(path, 0);
    if (!response.ok || response.body === null) throw refused(url, response.status);
    const start = continuesAt(response, have) ? have : 0;
    const validators = validatorsOf(response);
    await download.begin(validators);
    if (start === 0) await truncate(path, 0).catch(() => undefined);
    const total = totalOf(response, start);
    await save(response.body, { ...download, start, total, silence });
    await checkWhole(download, total);
    return { kind: 'whole', ...validators };
  } catch (error) {
    throw error instanceof UnavailableError ? error : unreachable(url, error);
  } finally {
    silence.stop();
  }
}

/** Bytes as they are stored on the server: a length that counts compressed bytes would prove nothing. */
function headersFor({ kept, begun }: Download, have: number): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Encoding': 'identity', 'User-Agent': 'Interlock' };
  const validator = begun === null ? null : validatorOf(begun);
  if (have > 0 && validator !== null) return { ...headers, Range: `bytes=${have}-`, 'If-Range': validator };
  if (kept?.etag) headers['If-None-Match'] = kept.etag;
  if (kept?.lastModified) headers['If-Modified-Since'] = kept.lastModified;
  return headers;
}

/** A strong validator, the only kind that a range may be asked with. */
function validatorOf({ etag, lastModified }: Validators): string | null {
  return etag !== null && !etag.startsWith('W/') ? etag : lastModified;
}

function validatorsOf({ headers }: Response): Validators {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
}

function continuesAt({ status, headers }: Response, have: number): boolean {
  return status === 206 && (headers.get('content-range') ?? '').startsWith(`bytes ${have}-`);
}

function totalOf({ headers }: Response, start: number): number | null {
  const length = headers.get('content-length');
  return length === null || headers.get('content-encoding') ? null : start + Number(length);
}

interface Saving extends Download {
  readonly start: number;
  readonly total: number | null;
  readonly silence: Stopwatch;
}

async function save(
  body: ReadableStream<Uint8Array>,
  { path, start, total, progress, silence }: Saving,
): Promise<void> {
  let done = start;
  // Each piece is written when it comes: what had arrived before the server hung up is not fetched again.
  const file = await open(path, start === 0 ? 'w' : 'a', 0o600);
  try {
    for await (const chunk of body) {
      silence.heard();
      await file.writeFile(chunk);
      done += chunk.length;
      progress(done, total);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function checkWhole({ url, path }: Download, total: number | null): Promise<void> {
  const size = await sizeOf(path);
  if (size === 0) throw new UnavailableError(`${url} sent an empty file.`, 'Try again later.');
  if (total === null || size === total) return;
  throw new UnavailableError(
    `${url} ended after ${size} of ${total} bytes.`,
    'Run the same again: it goes on from there.',
  );
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

interface Stopwatch {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly stop: () => void;
}

/** Aborts when nobody was heard for too long. */
function stopwatch(patience: number): Stopwatch {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  return { signal: controller.signal, heard: () => timer.refresh(), stop: () => clearTimeout(timer) };
}

function refused(url: string, status: number): UnavailableError {
  return new UnavailableError(
    `${url} answered with HTTP status ${status}.`,
    'Try again later; if it stays so, the address may have changed: get the file by hand and run interlock load FILE.',
  );
}

function unreachable(url: string, error: unknown): UnavailableError {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new UnavailableError(
    `${new URL(url).host} cannot be reached, or stopped in the middle (${code}).`,
    'Run the same again when there is a network: it goes on where it ended. Or get the file elsewhere and run interlock load FILE.',
    error,
  );
}
