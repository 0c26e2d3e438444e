import { useEffect, useRef } from 'react';

/** What a key does: `e`, `Shift+Z`, `[` ... */
export type Keys = Readonly<Record<string, () => void>>;

/** Acts on keys, except while somebody types or picks from a menu. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = latest.current[nameOf(event)];
      if (!action || (isTyping(event.target) && !isShortcut(event))) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  if (isShortcut(event)) return `Ctrl+${event.key.toLowerCase()}`;
  if (event.altKey) return '';
  return event.shiftKey && /^[a-z]$/i.test(event.key)
    ? `Shift+${event.key.toLowerCase()}`
    : event.key.toLowerCase();
}

function isShortcut({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.role === 'menuitem'
  );
}
