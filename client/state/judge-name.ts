import { useState } from 'react';

const KEY = 'interlock-judged-by';

/** Who judges, as the person wrote it; this browser remembers it. */
export function useJudgeName(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(KEY) ?? '');
  const remember = (next: string): void => {
    localStorage.setItem(KEY, next);
    setName(next);
  };
  return [name, remember];
}
