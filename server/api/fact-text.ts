import type { FactSection, Facts } from '../facts/facts.ts';
import { showShare } from '../facts/share.ts';

type Namer = (id: string) => string;

/** What a fact states, as a short sentence for a list. */
export type FactTexts = {
  readonly [S in FactSection]: (fact: Facts[S][number], nameOf: Namer) => string;
};

export const FACT_TEXTS: FactTexts = {
  sources: ({ title }) => `Source: ${title}.`,
  parties: ({ name }) => `${name}, as a party.`,
  listings: ({ party, list, footnotes }, nameOf) =>
    `${nameOf(party)} is on ${list}${footnotes.length > 0 ? `, footnote ${footnotes.join(', ')}` : ''}.`,
  holdings: ({ owner, owned, share }, nameOf) => {
    const shown = showShare(share);
    return `${nameOf(owner)} holds ${shown === '?' ? 'an unknown share' : shown} of ${nameOf(owned)}.`;
  },
  investments: ({ investor, target, amount }, nameOf) =>
    `${nameOf(investor)} invested${amount === '' ? '' : ` ${amount}`} in ${nameOf(target)}.`,
  controls: ({ controller, controlled, kind }, nameOf) =>
    `${nameOf(controller)} controls ${nameOf(controlled)} (${kind.replaceAll('-', ' ')}).`,
  affiliations: ({ a, b, kind }, nameOf) => `${nameOf(a)} and ${nameOf(b)}: ${kind.replaceAll('-', ' ')}.`,
  officers: ({ person, party, role }, nameOf) =>
    `${nameOf(person)} has a post${role === '' ? '' : ` (${role})`} at ${nameOf(party)}.`,
  facilities: ({ name }) => `${name}, as a facility.`,
  physicalLinks: ({ a, b, kind }, nameOf) => `${nameOf(a)} and ${nameOf(b)}: ${kind.replaceAll('-', ' ')}.`,
  orders: ({ facility, party, item }, nameOf) =>
    `${item} was ordered ${facility === null ? `by ${nameOf(party ?? '')}` : `for ${nameOf(facility)}`}.`,
};
