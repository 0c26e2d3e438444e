import { CONFIDENCES } from '../../facts/confidence.ts';
import type { FacilityReply } from '../../wire/things.ts';
import type { Runner } from '../connection.ts';
import { inner, rows } from './on-day.ts';

/** Advanced or unknown facilities that a facility counts as one with. */
export async function readJoined(tx: Runner, id: string): Promise<FacilityReply['joined']> {
  return (await rows(tx, 'read/joined-of', { id })).map((row) => {
    const joined = inner(row, 'joined');
    return {
      id: joined.text('id'),
      other: row.text('other'),
      otherName: row.text('otherName'),
      advancedNode: joined.oneOf('advancedNode', ['advanced', 'unknown']),
      path: joined.oneOf('path', ['most-certain', 'shortest']),
      destination: joined.oneOf('destination', ['covered', 'elsewhere', 'unknown']),
      hops: joined.number('hops') ?? 0,
      links: joined.texts('links'),
      kinds: joined.texts('kinds'),
      via: joined.texts('via'),
      viaNames: row.texts('viaNames'),
      confidence: joined.oneOf('confidence', CONFIDENCES),
      weakestLink: joined.text('weakestLink'),
      from: joined.date('from'),
      to: joined.date('to'),
    };
  });
}

/** The node class of a facility over time, in order. */
export async function readNodeClasses(tx: Runner, id: string): Promise<FacilityReply['nodeClasses']> {
  return (await rows(tx, 'read/node-classes-of', { id })).map((row) => {
    const told = inner(row, 'class');
    return {
      id: told.text('id'),
      nodeClass: told.oneOf('nodeClass', ['advanced', 'not-advanced', 'unknown']),
      basis: told.oneOf('basis', ['stated', 'technology', 'none']),
      clauses: told.texts('clauses'),
      citation: told.text('citation'),
      text: told.text('text'),
      startKnown: told.flag('startKnown') ?? false,
      confidence: told.oneOf('confidence', CONFIDENCES),
      sources: told.texts('sources'),
      from: told.date('from'),
      to: told.date('to'),
    };
  });
}

/** Node classes of a facility that its technologies contradict. */
export async function readContradictions(tx: Runner, id: string): Promise<FacilityReply['dataFindings']> {
  return (await rows(tx, 'read/facility-data-findings-of', { id })).map((row) => {
    const finding = inner(row, 'finding');
    const [from, to] = [finding.date('from'), finding.date('to')];
    return { id: finding.text('id'), kind: finding.text('kind'), text: finding.text('text'), from, to };
  });
}
