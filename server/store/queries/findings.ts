import { CONFIDENCES } from '../../facts/confidence.ts';
import { LEVELS } from '../../rules/finding.ts';
import type { WireFinding } from '../../wire/verdict.ts';
import type { Runner } from '../connection.ts';
import type { PropertyReader } from '../properties.ts';
import { inner, pageOf, rows } from './on-day.ts';

export interface FindingFilter {
  readonly asOf: string;
  readonly flag: string | null;
  readonly level: string | null;
  readonly rule: string | null;
  readonly subject: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Findings on a day, gravest first, and how many there are in all. */
export async function readFindings(
  tx: Runner,
  filter: FindingFilter,
): Promise<{ total: number; findings: WireFinding[] }> {
  const { total, page } = pageOf(await rows(tx, 'read/findings', { ...filter }));
  return { total, findings: page.map(toFinding) };
}

/** All findings on a party or facility, of all times. */
export async function readFindingsOf(tx: Runner, id: string): Promise<WireFinding[]> {
  const findings = (await rows(tx, 'read/findings-of', { id })).map(toFinding);
  return findings.sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.id.localeCompare(b.id),
  );
}

/** One finding, or null. */
export async function readFinding(tx: Runner, id: string): Promise<WireFinding | null> {
  const [row] = await rows(tx, 'read/finding', { id });
  return row ? toFinding(row) : null;
}

/** How many things raise each flag on a day, gravest first. */
export async function countFlags(tx: Runner, asOf: string) {
  const counts = (await rows(tx, 'read/flag-counts', { asOf })).map((row) => ({
    flag: row.text('flag'),
    title: row.text('title'),
    level: row.oneOf('level', LEVELS),
    count: row.number('subjects') ?? 0,
  }));
  return counts.sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.flag.localeCompare(b.flag),
  );
}

function toFinding(row: PropertyReader): WireFinding {
  const finding = inner(row, 'finding');
  return {
    id: finding.text('id'),
    rule: finding.text('rule'),
    flag: finding.text('flag'),
    title: finding.text('title'),
    level: finding.oneOf('level', LEVELS),
    subject: finding.text('subject'),
    subjectKind: finding.oneOf('subjectKind', ['party', 'facility']),
    subjectName: row.text('name'),
    subjectOriginalName: row.optionalText('originalName'),
    from: finding.date('from'),
    to: finding.date('to'),
    inForce: finding.flag('inForce') ?? false,
    confirmed: finding.flag('confirmed') ?? false,
    text: finding.text('text'),
    asks: finding.text('asks'),
    citation: finding.text('citation'),
    note: finding.text('note'),
    evidence: finding.texts('evidence'),
    verdict: finding.optionalText('verdict'),
    regime: finding.optionalText('regime'),
    confidence: finding.oneOf('confidence', CONFIDENCES),
  };
}
