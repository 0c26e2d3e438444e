import type * as F from '../facts/facts.ts';
import { joinsFacilities } from '../facts/links.ts';
import { approximate, showShare } from '../facts/share.ts';
import { factId } from '../normalise/ids.ts';
import { neo4jDate, type StampedRow } from './load-rows.ts';
import { seenProperties } from './seen-properties.ts';

/** Rows of ties: relationships with their two ends, `a` the upper one where there is an upper one. */

/** Properties that every dated fact has. One literal: joining several takes ten times as long, millions of times. */
export function dated(fact: F.DatedFact) {
  const { id, sources, confidence, note, row, fromPrecision, toPrecision } = fact;
  const { seenFirst, seenLast, asStatedJson } = seenProperties(fact);
  return {
    id,
    sources,
    confidence,
    note,
    row,
    from: neo4jDate(fact.from),
    to: neo4jDate(fact.to),
    fromPrecision,
    toPrecision,
    knownFrom: neo4jDate(fact.knownFrom),
    seenFirst,
    seenLast,
    asStatedJson,
  };
}

export function holdingRow(holding: F.Holding): StampedRow {
  const { share, kind, owner, owned } = holding;
  const all = dated(holding);
  // One literal, as in `dated`: registers have millions of holdings.
  const properties = {
    id: all.id,
    sources: all.sources,
    confidence: all.confidence,
    note: all.note,
    row: all.row,
    from: all.from,
    to: all.to,
    fromPrecision: all.fromPrecision,
    toPrecision: all.toPrecision,
    knownFrom: all.knownFrom,
    seenFirst: all.seenFirst,
    seenLast: all.seenLast,
    asStatedJson: all.asStatedJson,
    kind,
    share: showShare(share),
    shareMin: approximate(share.min),
    shareMax: approximate(share.max),
    shareMinExact: share.min,
    shareMaxExact: share.max,
    shareMinExclusive: share.minExclusive,
    shareMaxExclusive: share.maxExclusive,
    shareStated: share.stated,
  };
  return { id: holding.id, a: owner, b: owned, properties };
}

export function controlRow(control: F.Control): StampedRow {
  const { id, controller, controlled, kind } = control;
  return { id, a: controller, b: controlled, properties: { ...dated(control), kind } };
}

export function investmentRow(investment: F.Investment): StampedRow {
  const { id, investor, target, amount, round } = investment;
  return { id, a: investor, b: target, properties: { ...dated(investment), amount, round } };
}

export function affiliationRow(affiliation: F.Affiliation): StampedRow {
  const { id, a, b, kind } = affiliation;
  return { id, a, b, properties: { ...dated(affiliation), kind } };
}

export function officerRow(officer: F.Officer): StampedRow {
  const { id, person, party, role } = officer;
  return { id, a: person, b: party, properties: { ...dated(officer), role } };
}

export function physicalLinkRow(link: F.PhysicalLink): StampedRow {
  const { id, a, b, kind } = link;
  return { id, a, b, properties: { ...dated(link), kind, joins: joinsFacilities(kind) } };
}

/** Who operates the facility, as a tie of its own; nothing when nobody knows. */
export function operatorRow({
  id: facility,
  operator,
  operatorConfidence,
  sources,
  row,
}: F.Facility): StampedRow[] {
  if (operator === null) return [];
  const id = factId('operates', [operator, facility]);
  return [
    {
      id,
      a: operator,
      b: facility,
      properties: { id, sources, row, note: '', confidence: operatorConfidence },
    },
  ];
}
