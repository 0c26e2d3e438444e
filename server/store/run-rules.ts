import neo4j, { type Record as Neo4jRecord, type Node, type Relationship } from 'neo4j-driver';
import { CONFIDENCES } from '../facts/confidence.ts';
import type { Regime } from '../regulation/read.ts';
import { type EvidenceItem, type Finding, LEVELS, type Level, type RuleMatch } from '../rules/finding.ts';
import { makeFindings } from '../rules/make-findings.ts';
import type { Rule } from '../rules/rule.ts';
import type { Runner } from './connection.ts';
import { pipelined } from './pipelined.ts';
import { type Properties, PropertyReader } from './properties.ts';

/** Runs every rule file over the graph and makes findings of what matches. */
export async function runRules(
  tx: Runner,
  rules: readonly Rule[],
  regimes: readonly Regime[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const questions = rules.map((rule) => () => tx.run(rule.cypher).then(({ records }) => ({ rule, records })));
  for await (const { rule, records } of pipelined(questions)) {
    const matches = records.map((record) => toMatch(rule, record));
    findings.push(...makeFindings(rule, matches, regimes));
  }
  return findings;
}

function toMatch(rule: Rule, record: Neo4jRecord): RuleMatch {
  const columns: Properties = record.toObject();
  const { subject: node } = columns;
  if (!isObject(node) || !neo4j.isNode(node))
    throw new Error(`cypher/rules/${rule.id}.cypher: "subject" is not a node`);
  const properties = new PropertyReader(node.properties);
  return {
    subject: properties.text('id'),
    subjectName: properties.text('name'),
    subjectKind: node.labels.includes('Facility') ? 'facility' : 'party',
    evidence: items(columns.evidence),
    also: items(columns.also),
    after: items(columns.after),
    level: toLevel(rule, columns.level),
    say: words(columns.say),
  };
}

type Element = Node | Relationship;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function items(value: unknown): EvidenceItem[] {
  if (!Array.isArray(value)) return [];
  return value.map((element: unknown) => {
    if (isObject(element) && (neo4j.isNode(element) || neo4j.isRelationship(element))) return toItem(element);
    throw new Error('A rule returned evidence that is neither a node nor a relationship');
  });
}

function toItem(element: Element): EvidenceItem {
  const properties = new PropertyReader(element.properties);
  const id = properties.text('id');
  return {
    id,
    from: properties.date('from'),
    to: properties.date('to'),
    confidence: properties.oneOf('confidence', CONFIDENCES),
    facts: factsBehind(element, properties, id),
    regime: properties.optionalText('regime'),
  };
}

/** A party, facility or node class is no fact; a verdict stands for its facts, a one-facility relation for its links. */
function factsBehind(element: Element, properties: PropertyReader, id: string): string[] {
  if ('labels' in element && element.labels.includes('Verdict')) return properties.texts('facts');
  if ('labels' in element && (element.labels.includes('Party') || element.labels.includes('Facility')))
    return [];
  if ('labels' in element && element.labels.includes('NodeClass')) return [];
  if ('type' in element && element.type === 'ONE_FACILITY_WITH') return properties.texts('links');
  return [id];
}

function toLevel(rule: Rule, value: unknown): Level | null {
  if (value === null || value === undefined) return null;
  const level = LEVELS.find((each) => each === value);
  if (!level)
    throw new Error(
      `cypher/rules/${rule.id}.cypher: level "${String(value)}" is not one of ${LEVELS.join(', ')}`,
    );
  return level;
}

function words(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([word, text]) => [word, String(text ?? '')]));
}
