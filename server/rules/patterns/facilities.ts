import type { JoinedFacility } from '../../analysis/facilities/joined.ts';
import type { RuleMatch } from '../finding.ts';
import { joinedItem, match, plain, type RuleGraph, thingItem } from '../rule-graph.ts';

/** Twins of the Red Flag 27 rules in `cypher/rules/`. */

export function connectedFacility(graph: RuleGraph): RuleMatch[] {
  return joinedWhere(graph, (joined) => isCovered(joined) && joined.hops === 1, withAdvanced(graph));
}

export function connectedThroughChain(graph: RuleGraph): RuleMatch[] {
  const isChain = (joined: JoinedFacility): boolean =>
    isCovered(joined) && joined.hops > 1 && joined.path === 'most-certain';
  return joinedWhere(graph, isChain, withAdvanced(graph));
}

export function connectedCannotExclude(graph: RuleGraph): RuleMatch[] {
  const undecided = ({ destination, advancedNode, path }: JoinedFacility): boolean =>
    path === 'most-certain' &&
    destination !== 'elsewhere' &&
    (advancedNode === 'unknown' || destination === 'unknown');
  return joinedWhere(graph, undecided, (joined) => [joinedItem(joined)]);
}

function isCovered({ advancedNode, destination }: JoinedFacility): boolean {
  return advancedNode === 'advanced' && destination === 'covered';
}

type Evidence = (joined: JoinedFacility) => RuleMatch['evidence'];

function withAdvanced(graph: RuleGraph): Evidence {
  return (joined) => {
    const advanced = graph.facility(joined.advanced);
    return [joinedItem(joined), ...(advanced ? [thingItem(advanced)] : [])];
  };
}

function joinedWhere(
  graph: RuleGraph,
  wanted: (joined: JoinedFacility) => boolean,
  evidence: Evidence,
): RuleMatch[] {
  return graph.conclusions.joined.filter(wanted).flatMap((joined) =>
    match(graph.facility(joined.facility), {
      evidence: evidence(joined),
      say: {
        kind: plain(joined.kinds[0] ?? ''),
        hops: String(joined.hops),
        advanced: graph.facility(joined.advanced)?.name ?? '',
        missing:
          joined.advancedNode === 'unknown'
            ? 'whether advanced-node ICs are made there is not known'
            : 'the country of the first facility is not known',
      },
    }),
  );
}
