import type { Facts } from '../facts/facts.ts';
import { AFFILIATION_KINDS, CONTROL_KINDS } from '../facts/kinds.ts';

/**
 * Kinds of affiliation and control link are open words, since sources use many. One that Interlock does not know is
 * kept as an ordinary tie; so that a misspelt `false-friend` does not pass for one unseen, each is said and counted.
 */
export function kindNotes({ affiliations, controls }: Facts): string[] {
  return [
    ...notes('affiliations', affiliations, AFFILIATION_KINDS),
    ...notes('controls', controls, CONTROL_KINDS),
  ];
}

interface Row {
  readonly kind: string;
  readonly row: string;
}

function notes(section: string, rows: readonly Row[], known: readonly string[]): string[] {
  const unknown = rows.filter(({ kind }) => !known.includes(kind));
  return [...new Set(unknown.map(({ kind }) => kind))].map((kind) => {
    const found = unknown.filter((each) => each.kind === kind);
    const where = `${found.length}, first at ${found[0]?.row ?? ''}`;
    return `${section}: the kind "${kind}" is not known (${where}); kept as an ordinary tie. Known: ${known.join(', ')}.`;
  });
}
