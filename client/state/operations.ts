/** What a change of a list made of a thing. */
export const CHANGE_MARKS = ['stricter', 'less-strict', 'touched'] as const;
export type ChangeMark = (typeof CHANGE_MARKS)[number];

/**
 * What is on the canvas, as the list of things done to an empty one. The address bar holds the list, undo drops the
 * last of it, and a link replays it: the same facts give the same picture.
 */
export type Operation =
  /** Draws the evidence of a party or facility. */
  | { readonly do: 'draw'; readonly id: string }
  /** Adds things by their ids. */
  | { readonly do: 'add'; readonly ids: readonly string[] }
  /** Adds things that a change of a list touches, and says on each what became of it. */
  | { readonly do: 'mark'; readonly as: ChangeMark; readonly ids: readonly string[] }
  /** Draws the proof of one finding. */
  | { readonly do: 'finding'; readonly id: string }
  /** Adds the neighbours of one kind. */
  | { readonly do: 'expand'; readonly id: string; readonly group: string }
  /** Draws the ranked paths between two things. */
  | { readonly do: 'path'; readonly from: string; readonly to: string }
  /** Takes a thing off. */
  | { readonly do: 'hide'; readonly id: string }
  /** Puts a thing at a place and keeps it there. */
  | { readonly do: 'pin'; readonly id: string; readonly x: number; readonly y: number }
  /** Lets a pinned thing go back to its place. */
  | { readonly do: 'unpin'; readonly id: string };

/** The list as text: `draw!nexperia~expand!hubble!holdings`. */
export function encodeOperations(operations: readonly Operation[]): string {
  return operations.map((operation) => partsOf(operation).map(escapePart).join('!')).join('~');
}

/** Reads the text back; parts that are not understood are left out, so that an old link still opens. */
export function decodeOperations(text: string): Operation[] {
  return text
    .split('~')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const operation = toOperation(part.split('!').map(unescapePart));
      return operation ? [operation] : [];
    });
}

function partsOf(operation: Operation): string[] {
  switch (operation.do) {
    case 'add':
      return ['add', ...operation.ids];
    case 'mark':
      return ['mark', operation.as, ...operation.ids];
    case 'expand':
      return ['expand', operation.id, operation.group];
    case 'path':
      return ['path', operation.from, operation.to];
    case 'pin':
      return ['pin', operation.id, String(Math.round(operation.x)), String(Math.round(operation.y))];
    default:
      return [operation.do, operation.id];
  }
}

function toOperation([name, a = '', b = '', c = '', ...rest]: readonly string[]): Operation | null {
  if (a === '') return null;
  switch (name) {
    case 'draw':
    case 'finding':
    case 'hide':
    case 'unpin':
      return { do: name, id: a };
    case 'add':
      return { do: 'add', ids: [a, b, c, ...rest].filter((id) => id !== '') };
    case 'mark':
      return marking(a, [b, c, ...rest]);
    case 'expand':
      return b === '' ? null : { do: 'expand', id: a, group: b };
    case 'path':
      return b === '' ? null : { do: 'path', from: a, to: b };
    case 'pin':
      return isNumber(b) && isNumber(c) ? { do: 'pin', id: a, x: Number(b), y: Number(c) } : null;
    default:
      return null;
  }
}

function marking(word: string, all: readonly string[]): Operation | null {
  const as = CHANGE_MARKS.find((each) => each === word);
  const ids = all.filter((id) => id !== '');
  return as === undefined || ids.length === 0 ? null : { do: 'mark', as, ids };
}

function isNumber(text: string): boolean {
  return text !== '' && Number.isFinite(Number(text));
}

/** Keeps the two separators out of ids; `encodeURIComponent` leaves them as they are. */
export function escapePart(part: string): string {
  return part.replace(/[%!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Takes `escapePart` back. */
export function unescapePart(part: string): string {
  return part.replace(/%(25|21|7E)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
