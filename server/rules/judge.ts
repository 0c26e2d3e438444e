import type { Conclusions } from '../analysis/analyse.ts';
import type { Facts } from '../facts/facts.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Finding } from './finding.ts';
import { makeFindings } from './make-findings.ts';
import { PATTERNS } from './patterns.ts';
import type { Rule } from './rule.ts';
import { ruleGraph } from './rule-graph.ts';

export interface JudgeInput {
  readonly facts: Facts;
  readonly conclusions: Conclusions;
  readonly regulation: Regulation;
  readonly rules: readonly Rule[];
}

/** Raises all findings without a database, from the patterns that repeat the Cypher rules. */
export function judge({ facts, conclusions, regulation, rules }: JudgeInput): Finding[] {
  const graph = ruleGraph(facts, conclusions, regulation);
  return rules.flatMap((rule) => {
    const pattern = PATTERNS[rule.id];
    if (!pattern)
      throw new Error(`cypher/rules/${rule.id}.cypher has no pattern in server/rules/patterns.ts`);
    return makeFindings(rule, pattern(graph), regulation.regimes);
  });
}
