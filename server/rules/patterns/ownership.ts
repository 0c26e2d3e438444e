import { heldBy, heldShare } from '../../analysis/ownership/words.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import type { RuleMatch } from '../finding.ts';
import { factItem, match, plain, type RuleGraph, verdictItem } from '../rule-graph.ts';

/** Twins of the rules on listings, verdicts and control links in `cypher/rules/`. */

export function listed(graph: RuleGraph): RuleMatch[] {
  return graph.facts.listings.flatMap((listing) => {
    const list = graph.list(listing.list);
    const footnotes = listing.footnotes.length === 0 ? '' : `, footnote ${listing.footnotes.join(', ')}`;
    const citation = listing.citation === '' ? '' : ` (${listing.citation})`;
    return match(graph.party(listing.party), {
      evidence: [factItem(listing)],
      level: list?.level ?? null,
      say: {
        list: list?.title ?? listing.list,
        footnotes,
        citation,
        first: listing.from === null ? ', first day unknown' : '',
        effect: list?.effect ?? '',
      },
    });
  });
}

export function captured(graph: RuleGraph): RuleMatch[] {
  return onVerdicts(graph, (verdict) => verdict.outcome === 'captured');
}

export function listedOwnerShareUndecided(graph: RuleGraph): RuleMatch[] {
  return onVerdicts(
    graph,
    (verdict) =>
      verdict.outcome === 'cannot-exclude' && verdict.regime === 'bis-affiliates' && hasOwners(verdict),
  );
}

export function shareUndecided(graph: RuleGraph): RuleMatch[] {
  const regimes = ['ofac-50', 'eu-own-or-control', 'uk-own-or-control'];
  return onVerdicts(
    graph,
    (verdict) =>
      verdict.outcome === 'cannot-exclude' && regimes.includes(verdict.regime) && hasOwners(verdict),
  );
}

export function circularOwnership(graph: RuleGraph): RuleMatch[] {
  return onVerdicts(
    graph,
    ({ outcome, regime }) => outcome === 'circular' && regime !== 'bis-legally-distinct',
  );
}

export function significantMinority(graph: RuleGraph): RuleMatch[] {
  const found = onVerdicts(
    graph,
    ({ minority, regime }) => minority !== null && regime !== 'bis-legally-distinct',
  );
  return found.map((each) => {
    const verdict = graph.verdictsOf(each.subject).find(({ id }) => id === each.evidence[0]?.id);
    return { ...each, level: verdict?.minority === 'small' ? 'lead' : null };
  });
}

export function controlByRestrictedParty(graph: RuleGraph): RuleMatch[] {
  return graph.facts.controls.flatMap((control) => {
    const restricting = graph
      .verdictsOf(control.controller)
      .filter(
        ({ outcome, regime }) => isRestricted(outcome) && ['bis-affiliates', 'ofac-50'].includes(regime),
      );
    return restricting.flatMap((verdict) =>
      match(graph.party(control.controlled), {
        evidence: [verdictItem(verdict), factItem(control)],
        say: {
          controller: graph.party(control.controller)?.name ?? '',
          standing:
            verdict.outcome === 'listed'
              ? 'on a list that counts under'
              : 'held by listed parties to the threshold of',
          regime: graph.regimeTitle(verdict.regime),
          kind: plain(control.kind),
        },
      }),
    );
  });
}

export function investorOnAList(graph: RuleGraph): RuleMatch[] {
  return graph.facts.investments.flatMap((investment) =>
    graph.listingsOf(investment.investor).flatMap((listing) => {
      const list = graph.list(listing.list);
      return match(graph.party(investment.target), {
        evidence: [factItem(listing), factItem(investment)],
        level: list?.level === 'information' ? 'lead' : null,
        say: {
          investor: graph.party(investment.investor)?.name ?? '',
          list: list?.title ?? '',
          first: listing.from === null ? ' (first day unknown)' : '',
          round: investment.round === '' ? '' : ` (${investment.round})`,
        },
      });
    }),
  );
}

function isRestricted(outcome: Verdict['outcome']): boolean {
  return outcome === 'listed' || outcome === 'captured';
}

/** A listing of unknown reach leaves a party undecided too; that is no question about its owners. */
function hasOwners({ steps, party }: Verdict): boolean {
  return steps.some((step) => step.party === party);
}

function onVerdicts(graph: RuleGraph, wanted: (verdict: Verdict) => boolean): RuleMatch[] {
  return graph.conclusions.verdicts.filter(wanted).flatMap((verdict) =>
    match(graph.party(verdict.party), {
      evidence: [verdictItem(verdict)],
      say: {
        regime: graph.regimeTitle(verdict.regime),
        heldBy: heldBy(verdict.steps, verdict.party, (id) => graph.party(id)?.name ?? id),
        share: heldShare(verdict),
      },
    }),
  );
}
