import type { ReadItem } from '../reader.ts';

interface Identified {
  /** Empty when it has none. */
  readonly id: string;
  /** Id of the list that it is of. */
  readonly list: string;
}

const NOBODY: Identified = { id: '', list: '' };

/**
 * The items of a file with each id once: a row with the id of an earlier one is set aside, since which of the two counts
 * is not known. Rows without an id pass.
 */
export async function* once<T>(
  items: AsyncIterable<ReadItem<T>>,
  idOf: (value: T) => Identified,
): AsyncGenerator<ReadItem<T>> {
  const places = new Map<string, string>();
  for await (const item of items) {
    const { id, list } = item.kind === 'row' ? idOf(item.value) : NOBODY;
    const earlier = id === '' ? undefined : places.get(id);
    if (earlier === undefined || item.kind !== 'row') {
      if (id !== '' && item.kind === 'row') places.set(id, item.row);
      yield item;
    } else {
      const reason = `is the id of ${earlier} too`;
      const fix = 'Take one of the two rows out, or fetch the file again; the first is read.';
      yield { kind: 'aside', row: item.row, field: 'id', value: id.slice(0, 200), reason, fix, list };
    }
  }
}
