import type { JoinedFacility, NodePeriod } from '../../analysis/facilities/joined.ts';
import { covers } from '../../facts/dates.ts';
import type { Order } from '../../facts/facts.ts';
import type { EvidenceItem, RuleMatch } from '../finding.ts';
import { factItem, joinedItem, match, plain, type RuleGraph, thingItem } from '../rule-graph.ts';

/** Twins of the rules on facilities in `cypher/rules/`. */

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

/** Twin of Red Flag 20: a tool for advanced nodes, ordered where none was made on the day of the order. */
export function toolBeyondNode(graph: RuleGraph): RuleMatch[] {
  return graph.facts.orders
    .filter(({ needs }) => needs === 'advanced-node')
    .flatMap((order) => {
      const classes = classesOnDayOf(order, graph);
      if (classes.some(({ nodeClass }) => nodeClass === 'advanced')) return [];
      const open = classes.length === 0 || classes.some(({ nodeClass }) => nodeClass === 'unknown');
      const why = open ? 'whether such ICs are made there is not confirmed' : 'no such ICs are made there';
      return match(graph.facility(order.facility ?? '') ?? graph.party(order.party ?? ''), {
        evidence: [factItem(order)],
        also: open ? [] : classes.map(nodeItem),
        level: open ? 'cannot-exclude' : null,
        say: { item: order.item, why },
      });
    });
}

/** Classes of the facility that an order is for, or of all that the party which orders runs. */
function classesOnDayOf({ facility, party, from }: Order, { facts, conclusions }: RuleGraph): NodePeriod[] {
  const run = facts.facilities.filter(({ operator }) => operator !== null && operator === party);
  const ids = new Set(facility === null ? run.map(({ id }) => id) : [facility]);
  return conclusions.nodePeriods.filter((each) => ids.has(each.facility) && covers(each, from ?? ''));
}

function nodeItem({ id, from, to, confidence }: NodePeriod): EvidenceItem {
  return { id, from, to, confidence, facts: [], regime: null };
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
            ? 'whether advanced-node ICs are made there is not confirmed'
            : 'the country of one of the two is not known',
      },
    }),
  );
}
