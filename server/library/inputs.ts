import { z } from 'zod';

const keptShape = z.object({
  /** Name for people. */
  file: z.string(),
  /** sha256 of its bytes: its name among the kept files. */
  sha256: z.string(),
});

/** Rows of one list in an edition. */
const seriesShape = z.object({
  /** `bis-entity-list`, or `bis-entity-list@ecfr` for another publisher's rendering of it. */
  series: z.string(),
  /** Empty for a register, which is no list of the law. */
  list: z.string(),
  rows: z.int(),
  /** Rows of the list that were not understood, where its file says of which list they are. */
  aside: z.int().default(0),
  /** Rows that its source promises at least; 0 when it promises none. */
  atLeast: z.int().default(0),
});

const editionInputShape = keptShape.extend({
  kind: z.literal('edition'),
  reader: z.string(),
  /** Day of the edition. */
  date: z.string(),
  lists: z.array(seriesShape),
  aside: z.int(),
  /** Of these, rows that are understood and say nothing that Interlock asks for. */
  harmless: z.int().default(0),
  /** Further files of the same edition: GLEIF's levels, OFAC's addresses, several sheets. */
  files: z.array(keptShape).default([]),
  claims: z.int().nullable(),
  /** It was given as changes of another edition. */
  isDelta: z.boolean().default(false),
  /** The files that the changes are made to, in their order: a whole one, and the changes of it until then. */
  base: z.array(keptShape).default([]),
});

export const inputsShape = z.object({
  /** What editions are added to: the product's own facts, or case files. */
  base: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('seed') }),
    z.object({
      kind: z.literal('cases'),
      name: z.string(),
      files: z.array(keptShape),
      /** Editions of lists that manifests of its folders name. */
      editions: z.array(z.object({ list: z.string(), date: z.string(), source: z.string() })).default([]),
    }),
  ]),
  editions: z.array(editionInputShape),
});

/** One or several files of one or several lists, or of a register, on one day. */
export type EditionInput = Readonly<z.infer<typeof editionInputShape>>;

/**
 * What is loaded: a base, and editions of lists. Facts are a function of it and of the judgements, so that an edition
 * loaded twice changes nothing, the order of loading does not matter, and taking one away gives what was before.
 */
export type Inputs = Readonly<z.infer<typeof inputsShape>>;

export const SEED_ALONE: Inputs = { base: { kind: 'seed' }, editions: [] };

/** `us-csl 2024-12-31`: how people name an edition, beside its file and the beginning of its hash. */
export function namesEdition(edition: EditionInput, name: string): boolean {
  const { sha256, file, files, date, lists } = edition;
  if (name.length >= 8 && sha256.startsWith(name.toLowerCase())) return true;
  return (
    [file, ...files.map((each) => each.file)].includes(name) ||
    lists.some(({ series }) => name === `${series}@${date}` || name === `${series}/${date}`)
  );
}

/** One line for people. */
export function tellEdition({ date, file, sha256, files, lists, aside, harmless }: EditionInput): string {
  const series = lists.map((each) => `${each.series} ${each.rows}`).join(', ');
  const known = harmless === 0 ? '' : `, ${harmless} of them of a known kind that is harmless`;
  const kept = aside === 0 ? '' : `, ${aside} rows kept aside${known}`;
  return `${date}  ${sha256.slice(0, 12)}  ${[file, ...files.map((each) => each.file)].join(' + ')}: ${series}${kept}`;
}
