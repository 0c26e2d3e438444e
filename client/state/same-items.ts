import { useState } from 'react';

/** A list that stays the very same one as long as its items do, so that what is made of it is not made again. */
export function useSameItems<T>(items: readonly T[]): readonly T[] {
  const [kept, keep] = useState(items);
  const same = sameItems(kept, items);
  if (same !== kept) keep(same);
  return same;
}

/** `before` if it holds the same items in the same order, else `now`. */
export function sameItems<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const isSame = before.length === now.length && now.every((item, index) => Object.is(item, before[index]));
  return isSame ? before : now;
}
