import type { GraphEdge } from '../wire/graph.ts';

/** A tie as read from its upper end, and from its lower one. */
const WORDS: Readonly<Record<GraphEdge['type'], readonly [forward: string, backward: string]>> = {
  OWNS: ['holds $ of', 'is held with $ by'],
  CONTROLS: ['controls ($)', 'is controlled ($) by'],
  INVESTED_IN: ['invested in', 'took money from'],
  AFFILIATED_WITH: ['is affiliated ($) with', 'is affiliated ($) with'],
  OFFICER_OF: ['is $ of', 'has as $'],
  LOCATED_AT: ['has the address', 'is the address of'],
  OPERATES: ['operates', 'is operated by'],
  PHYSICALLY_LINKED_TO: ['is physically joined ($) with', 'is physically joined ($) with'],
};

/** What a tie says, read from one of its ends: `holds 51 % of`. An unknown share says so. */
export function tieWords({ type, source, label }: GraphEdge, from: string): string {
  const [forward, backward] = WORDS[type];
  const said = type === 'OWNS' && label === '?' ? 'an unknown share' : label;
  return (source === from ? forward : backward).replace('$', () => said);
}

/** A chain of ties in words, thing by thing. */
export function chainWords(
  things: readonly string[],
  ties: readonly (GraphEdge | undefined)[],
  nameOf: (id: string) => string,
): string {
  const steps = ties.map((tie, index) => {
    const [from = '', to = ''] = things.slice(index, index + 2);
    return `${tie ? tieWords(tie, from) : 'is tied to'} ${nameOf(to)}`;
  });
  return [nameOf(things[0] ?? ''), ...steps].join(' – ');
}
