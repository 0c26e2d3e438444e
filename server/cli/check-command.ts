import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FACT_SECTIONS } from '../facts/facts.ts';
import { keptFiles } from '../library/kept-files.ts';
import { type Classified, classify, type NewEdition } from '../loading/classify.ts';
import { type Input, readTexts, SEED } from '../pipeline.ts';
import { print, say } from './terminal.ts';

interface CheckCommand {
  readonly json: boolean;
  /** Day of the editions, where their files do not say it. */
  readonly date?: string | undefined;
}

/**
 * `interlock check`: reads and checks case files, folders, lists, registers and own sheets, in any mix and from standard
 * input, and says what they hold and what was not understood. Nothing of it stays.
 *
 * @param named the seed when none is named
 * @throws InputError as a load does
 */
export async function checkCommand(named: readonly string[], { json, date }: CheckCommand): Promise<void> {
  const paths = named.length === 0 ? [SEED] : named;
  const folder = mkdtempSync(join(tmpdir(), 'interlock-check-'));
  try {
    const found = await classify(paths, { files: keptFiles(folder), date, hasOpenEnds: false });
    const own = ownOf(found, paths);
    for (const note of own?.notes ?? []) say(`Note: ${note}`);
    print(json ? JSON.stringify({ ok: true, ...told(found, own) }, null, 2) : lines(found, own).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the case files say; null when none was named. */
function ownOf({ base, texts }: Classified, paths: readonly string[]): Input | null {
  if (base === null) return null;
  return readTexts(
    texts,
    paths.filter((path) => path !== '-'),
  );
}

function told({ editions }: Classified, own: Input | null): object {
  const ofCases =
    own === null ? {} : { counts: countsOf(own), manifest: own.manifest?.title ?? null, notes: own.notes };
  return { ...ofCases, ...(editions.length === 0 ? {} : { editions: editions.map(toldEdition) }) };
}

function countsOf({ facts }: Input): Record<string, number> {
  return Object.fromEntries(FACT_SECTIONS.map((section) => [section, facts[section].length]));
}

function toldEdition({ input, asides }: NewEdition): object {
  const { reader, date, lists, claims, harmless, isDelta, file, files } = input;
  const names = [file, ...files.map((each) => each.file)];
  const all = counted(asides);
  const reasons = Object.fromEntries(all.map(({ reason, count }) => [reason, count]));
  const first = all.map(({ first: { kind: _, ...aside } }) => aside);
  const aside = { aside: asides.length, harmless, reasons, firstAsides: first };
  return { format: reader, isDelta, files: names, date, series: lists, claims, ...aside };
}

function lines({ editions }: Classified, own: Input | null): string[] {
  const counts = own === null ? [] : Object.entries(countsOf(own));
  return [
    ...counts.map(([section, count]) => `${section}: ${count}`),
    ...(own === null ? [] : ['Everything fits.']),
    ...editions.flatMap(editionLines),
  ];
}

function editionLines({ input, asides }: NewEdition): string[] {
  const { reader, date, lists, file, files, harmless, isDelta } = input;
  return [
    `${[file, ...files.map((each) => each.file)].join(' + ')}: ${reader}, ${date}${isDelta ? ', changes only' : ''}`,
    ...lists.map(({ series, rows }) => `${series}: ${rows}`),
    `Kept aside: ${asides.length}${harmless === 0 ? '' : ` (${harmless} of a known kind that is harmless)`}`,
    ...counted(asides).map(
      ({ reason, count, first }) =>
        `  ${count} x ${reason}; first at ${first.row} (${first.value}). Fix: ${first.fix}`,
    ),
  ];
}

interface Reason {
  /** Field and reason, as one. */
  readonly reason: string;
  readonly count: number;
  readonly first: NewEdition['asides'][number];
}

/** Reasons with how often each was given and where first, the most frequent first. */
function counted(asides: NewEdition['asides']): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const aside of asides) {
    const reason = [aside.field, aside.reason].filter((part) => part !== '').join(' ');
    const before = reasons.get(reason);
    reasons.set(reason, { reason, count: (before?.count ?? 0) + 1, first: before?.first ?? aside });
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}
