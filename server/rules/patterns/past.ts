import type { DatedFact } from '../../facts/facts.ts';
import { showShare } from '../../facts/share.ts';
import type { RuleMatch } from '../finding.ts';
import { factItem, match, type RuleGraph } from '../rule-graph.ts';

/** Twins of the rules on what has ended, in `cypher/rules/`. */

export function formerlyListed(graph: RuleGraph): RuleMatch[] {
  return graph.facts.listings.flatMap((listing) => {
    const others = graph.listingsOf(listing.party).filter(({ list }) => list === listing.list);
    if (!hasEnded(listing, others)) return [];
    return match(graph.party(listing.party), {
      evidence: [],
      after: [factItem(listing)],
      say: { list: graph.list(listing.list)?.title ?? '', until: listing.to ?? '' },
    });
  });
}

export function formerlyOwned(graph: RuleGraph): RuleMatch[] {
  const { holdings } = graph.facts;
  const ended = holdings.filter(({ to }) => to !== null);
  return ended.flatMap((held) => {
    const others = holdings.filter(({ owner, owned }) => owner === held.owner && owned === held.owned);
    if (!hasEnded(held, others)) return [];
    const shown = showShare(held.share);
    const share = shown === '?' ? 'an unknown share' : shown;
    return once(graph, held, {
      owner: held.owner,
      subject: held.owned,
      words: { owner: nameOf(graph, held.owner), share },
    });
  });
}

export function formerlyControlled(graph: RuleGraph): RuleMatch[] {
  const { controls } = graph.facts;
  const ended = controls.filter(({ to }) => to !== null);
  return ended.flatMap((held) => {
    const others = controls.filter(
      (each) => each.controller === held.controller && each.controlled === held.controlled,
    );
    if (!hasEnded(held, others)) return [];
    const words = { controller: nameOf(graph, held.controller) };
    return once(graph, held, { owner: held.controller, subject: held.controlled, words });
  });
}

interface Ended {
  readonly owner: string;
  readonly subject: string;
  readonly words: Readonly<Record<string, string>>;
}

function once(graph: RuleGraph, held: DatedFact, { owner, subject, words }: Ended): RuleMatch[] {
  return graph.listingsOf(owner).flatMap((listing) => {
    const list = graph.list(listing.list);
    if (list?.level !== 'restricted') return [];
    return match(graph.party(subject), {
      evidence: [factItem(listing)],
      after: [factItem(held)],
      say: { ...words, list: list.title, until: held.to ?? '' },
    });
  });
}

/** True when the fact has an end and none of the others goes on over that day. */
function hasEnded({ to }: DatedFact, others: readonly DatedFact[]): boolean {
  if (to === null) return false;
  return !others.some(
    (next) => (next.from === null || next.from <= to) && (next.to === null || next.to > to),
  );
}

function nameOf(graph: RuleGraph, party: string): string {
  return graph.party(party)?.name ?? '';
}
