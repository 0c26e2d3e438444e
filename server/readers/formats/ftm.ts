import { z } from 'zod';
import { broken } from '../bytes/broken.ts';
import type { Bytes, Reader, ReadItem } from '../reader.ts';
import { aside, checked } from './checked.ts';
import { type JsonItem, jsonLines } from './json-items.ts';

/**
 * FollowTheMoney entities as OpenSanctions publishes them: flat (`entities.ftm.json`, properties hold ids), nested
 * (`targets.nested.json`, properties hold whole entities), and delta files of what was added, changed and deleted.
 * Every property is an array.
 */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string | undefined;
  readonly properties: Readonly<Record<string, readonly (string | FtmEntity)[]>>;
  readonly datasets?: readonly string[] | undefined;
}

/** One line: what is to be done with the entity. A plain file only adds. */
export type FtmRow =
  | { readonly op: 'ADD' | 'MOD'; readonly entity: FtmEntity }
  | { readonly op: 'DEL'; readonly id: string };

const unused = z.unknown().optional();

const entityShape: z.ZodType<FtmEntity> = z.strictObject({
  id: z.string().min(1),
  schema: z.string().min(1),
  caption: z.string().optional(),
  get properties() {
    return z.record(z.string(), z.array(z.union([z.string(), entityShape])));
  },
  datasets: z.array(z.string()).optional(),
  referents: unused,
  origin: unused,
  target: unused,
  topics: unused,
  first_seen: unused,
  last_seen: unused,
  last_change: unused,
});

const deltaShape: z.ZodType<FtmRow> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['ADD', 'MOD']), entity: entityShape }),
  z
    .strictObject({ op: z.literal('DEL'), entity: z.strictObject({ id: z.string().min(1) }) })
    .transform(({ op, entity }) => ({ op, id: entity.id })),
]);

export const FTM: Reader<FtmRow> = {
  id: 'ftm',
  title: 'OpenSanctions / FollowTheMoney entities, newline JSON',
  recognises: (head) =>
    /^\s*\{\s*"op"\s*:\s*"(ADD|MOD|DEL)"/.test(head) ||
    (/^\s*\{/.test(head) && /"schema"\s*:\s*"[A-Z]/.test(head) && /"properties"\s*:\s*\{/.test(head)),
  read: readFtm,
};

async function* readFtm(bytes: Bytes): AsyncGenerator<ReadItem<FtmRow>> {
  let isDelta: boolean | null = null;
  for await (const item of jsonLines(bytes)) {
    const hasOp = isOperation(item.value);
    isDelta ??= hasOp;
    if (hasOp !== isDelta) throw mixed(item.row, isDelta);
    yield* readRow(item);
  }
  const about = { date: null, claims: null, publisher: 'OpenSanctions', isDelta: isDelta ?? false };
  yield { kind: 'about', ...about };
}

function isOperation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'op' in value;
}

function mixed(row: string, isDelta: boolean): Error {
  return broken({
    row,
    field: 'op',
    message: isDelta
      ? 'does not say whether it is added, changed or deleted, as the rows before it do.'
      : 'is a change, where the rows before it are entities.',
    fix: 'Keep entities and changes of them in files of their own.',
  });
}

function* readRow({ row, value }: JsonItem): Generator<ReadItem<FtmRow>> {
  if (typeof value !== 'object' || value === null)
    yield aside(row, ['', value], 'is no entity', 'An entity is a JSON object.');
  else if ('op' in value) yield* checked(deltaShape, value, row);
  else yield* checked(deltaShape, { op: 'ADD', entity: value }, row);
}
