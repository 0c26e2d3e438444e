import { type IdTable, makeIdTable, textAt } from './id-table.ts';
import { type TieArrays, type TieType, typeOf } from './tie-graph.ts';

type Ends = Pick<TieArrays, 'things' | 'a' | 'b' | 'mark'>;

/** What ids of ties begin with, as `factId` makes them; null where more than the ends follows. */
const KIND_WORDS: Readonly<Record<TieType, string | null>> = {
  OWNS: 'holding',
  CONTROLS: 'control',
  INVESTED_IN: 'investment',
  AFFILIATED_WITH: null,
  OFFICER_OF: 'officer',
  OPERATES: 'operates',
  PHYSICALLY_LINKED_TO: null,
};
/** Stands before an id that is written out. */
const WHOLE = '=';

/**
 * Writes down the ids of ties. Nearly all are made of the ids at their ends, which are there already: of these only what
 * follows is written, mostly nothing or a day. It is a third of all that a snapshot would hold.
 */
export function tieIds(ties: Ends, idOf: (tie: number) => string): IdTable {
  return makeIdTable(ties.a.length, (tie) => {
    const [id, usual] = [idOf(tie), usualId(ties, tie)];
    const rest = usual !== null && id.startsWith(usual) ? id.slice(usual.length) : WHOLE;
    return rest.startsWith(WHOLE) ? `${WHOLE}${id}` : rest;
  });
}

/** The id of a tie, the very one that was written down. */
export function tieIdAt(graph: Ends & { readonly ties: IdTable }, tie: number): string {
  const text = textAt(graph.ties, tie);
  return text.startsWith(WHOLE) ? text.slice(WHOLE.length) : `${usualId(graph, tie) ?? ''}${text}`;
}

function usualId(ties: Ends, tie: number): string | null {
  const [a, b] = [ties.a[tie] ?? -1, ties.b[tie] ?? -1];
  const word = KIND_WORDS[typeOf(ties, tie)];
  if (word === null || a < 0 || b < 0) return null;
  return `${word}:${textAt(ties.things, a)}:${textAt(ties.things, b)}`;
}
