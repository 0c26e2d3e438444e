import { basename } from 'node:path';
import { describeError, InputError, InterlockError } from '../errors.ts';
import { type Fetching, fetchSource } from '../library/fetch-source.ts';
import { chosenSources, type ListSource, readSources } from '../library/sources.ts';
import { classifyFile, type NewEdition } from '../loading/classify.ts';
import { type LoadCommand, libraryOf, loadFound } from './load-command.ts';
import { EXIT, say } from './terminal.ts';

const PATIENCE_MS = 60_000;
const ATTEMPTS = 4;
const PAUSE_MS = 1_000;

/**
 * `interlock update`: fetches official sources from their published addresses, and loads what is new. A source that cannot
 * be had is told, and the others are loaded all the same; the exit code is then 1.
 *
 * @param names ids of sources, or lists that they hold; all when none is named
 * @throws NotFoundError for a source that is not known
 */
export async function updateCommand(names: readonly string[], command: LoadCommand): Promise<void> {
  const editions: NewEdition[] = [];
  let failed = 0;
  for (const source of chosenSources(readSources(command.environment.sources), names)) {
    try {
      editions.push(await fetched(source, command));
    } catch (error) {
      if (!(error instanceof InterlockError)) throw error;
      failed += 1;
      for (const line of describeError(error)) say(line);
    }
  }
  if (editions.length > 0) await loadFound({ base: null, texts: [], editions }, command);
  else if (failed === 0) say('Nothing new: every source is as it was.');
  if (failed > 0) process.exitCode = EXIT.error;
}

async function fetched(source: ListSource, command: LoadCommand): Promise<NewEdition> {
  const library = libraryOf(command.environment);
  say(`${source.title}: asking ${new URL(source.url).host} ...`);
  const fetching: Fetching = {
    ...{ data: library.data, files: library.files, now: () => new Date() },
    ...{ patience: PATIENCE_MS, attempts: ATTEMPTS, pause: PAUSE_MS, progress: tellBytes() },
  };
  const { isNew, hash, url, checkedAt } = await fetchSource(source, fetching);
  if (!isNew) say(`${source.title}: not changed since it was fetched last.`);
  const file = basename(new URL(url).pathname);
  const kept = library.files.pathOf(hash, file);
  const date = command.date ?? (url.includes('/full/') ? undefined : checkedAt.slice(0, 10));
  const found = await classifyFile({ path: kept, file }, { files: library.files, date });
  if ('text' in found || !isOf(source, found)) throw another(file, source);
  return promised(source, found);
}

/** With the rows that the source promises of each list. */
function promised({ atLeast = {} }: ListSource, found: NewEdition): NewEdition {
  const lists = found.input.lists.map((each) => ({ ...each, atLeast: atLeast[each.list] ?? 0 }));
  return { ...found, input: { ...found.input, lists } };
}

/** A source that names its lists holds at least one of them. */
function isOf({ lists }: ListSource, { input }: NewEdition): boolean {
  return lists.length === 0 || input.lists.some(({ list }) => lists.includes(list));
}

function another(file: string, { id, lists, url }: ListSource): InputError {
  const message = `holds none of the lists of ${id}: ${lists.join(', ')}.`;
  const fix = `The server may have answered with another file. Open ${url} and look; load the file itself when it is right.`;
  return new InputError([{ file, row: '', field: '', message, fix }]);
}

const STEP = 10 * 2 ** 20;

/** A line now and then: how much has come, of how much. */
function tellBytes(): Fetching['progress'] {
  let told = 0;
  return (done, total) => {
    if (done - told < STEP && done !== total) return;
    told = done;
    const of = total === null ? '' : ` of ${megabytes(total)}`;
    say(`  ${megabytes(done)}${of} MB`);
  };
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
