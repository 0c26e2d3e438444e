import { createHash } from 'node:crypto';
import { type Confidence, weakest } from '../facts/confidence.ts';
import { ALWAYS, type Interval, intersect, subtract } from '../facts/dates.ts';
import type { Regime } from '../regulation/read.ts';
import { type Finding, LEVELS, type Level, type RuleMatch } from './finding.ts';
import type { InForce, Rule } from './rule.ts';

/**
 * Turns the matches of a rule into findings: the days on which all evidence holds, cut by the days on which the
 * rule is in force, with the level that the weakest evidence allows (design D10).
 */
export function makeFindings(
  rule: Rule,
  matches: readonly RuleMatch[],
  regimes: readonly Regime[],
): Finding[] {
  const findings = matches.flatMap((match) => findingsOf(rule, match, regimes));
  return [...new Map(findings.map((finding) => [finding.id, finding])).values()];
}

function findingsOf(rule: Rule, match: RuleMatch, regimes: readonly Regime[]): Finding[] {
  const days = daysOf(match);
  if (days === null) return [];
  const inForce = inForceOf(rule, match, regimes);
  const within = inForce.flatMap((each) => {
    const part = intersect([days, each]);
    return part
      ? [
          {
            part,
            level: match.level ?? rule.level,
            inForce: true,
            confirmed: each.confirmed,
            note: each.note,
          },
        ]
      : [];
  });
  const { otherwise } = rule;
  const outside =
    otherwise === null
      ? []
      : subtract(days, inForce).map((part) => ({
          part,
          level: otherwise,
          inForce: false,
          confirmed: true,
          note: notInForce(rule, match, regimes),
        }));
  return [...within, ...outside].map((piece) => toFinding(rule, match, piece));
}

/** The days on which the evidence holds together and what must have ended has. */
function daysOf({ evidence, after }: RuleMatch): Interval | null {
  const ends = after.map((item) => (item.to === null ? null : { from: item.to, to: null }));
  if (ends.includes(null)) return null;
  return intersect([ALWAYS, ...evidence, ...ends.filter((end) => end !== null)]);
}

function regimeOf(match: RuleMatch, regimes: readonly Regime[]): Regime | undefined {
  const id = match.evidence.find((item) => item.regime !== null)?.regime;
  return regimes.find((regime) => regime.id === id);
}

function inForceOf(rule: Rule, match: RuleMatch, regimes: readonly Regime[]): readonly InForce[] {
  return rule.inForce === 'regime' ? (regimeOf(match, regimes)?.inForce ?? []) : rule.inForce;
}

function notInForce(rule: Rule, match: RuleMatch, regimes: readonly Regime[]): string {
  const note = rule.inForce === 'regime' ? regimeOf(match, regimes)?.notInForceNote : '';
  return `Not in force on these days; shown as due diligence. ${note ?? ''}`.trim();
}

interface Piece {
  readonly part: Interval;
  readonly level: Level;
  readonly inForce: boolean;
  readonly confirmed: boolean;
  readonly note: string;
}

function toFinding(rule: Rule, match: RuleMatch, piece: Piece): Finding {
  const items = [...match.evidence, ...match.also, ...match.after];
  const evidence = [...new Set(items.flatMap((item) => item.facts))];
  const confidence = weakest(items.map((item) => item.confidence));
  const ruled = match.evidence.find((item) => item.regime !== null);
  const [verdict, regime] = [ruled?.id ?? null, ruled?.regime ?? null];
  const proof = regime === null ? evidence : proofBesideVerdict(match, regime);
  return {
    id: findingId(rule, match, { proof, from: piece.part.from }),
    rule: rule.id,
    flag: rule.flag,
    title: rule.title,
    level: allowed(piece.level, confidence),
    subject: match.subject,
    subjectKind: match.subjectKind,
    from: piece.part.from,
    to: piece.part.to,
    inForce: piece.inForce,
    confirmed: piece.confirmed,
    text: fill(rule.says, { subject: match.subjectName, ...match.say }),
    asks: fill(rule.asks, match.say),
    citation: rule.citation,
    note: piece.note,
    evidence,
    verdict,
    regime,
    confidence,
  };
}

interface IdParts {
  readonly proof: string | readonly string[];
  readonly from: string | null;
}

/**
 * The facts behind a verdict change with every new source, so the regime stands for them; what the match rests on
 * beside it tells apart two findings of one rule on one party, such as two controllers.
 */
function proofBesideVerdict({ evidence }: RuleMatch, regime: string): string | string[] {
  const beside = evidence.filter((item) => item.regime === null).map((item) => item.id);
  return beside.length === 0 ? regime : [regime, ...beside];
}

/** Short, and stable as long as the rule, the subject, the first day and the facts behind it are. */
function findingId(rule: Rule, match: RuleMatch, { proof, from }: IdParts): string {
  const hash = createHash('sha256').update(JSON.stringify(proof)).digest('hex').slice(0, 8);
  return ['finding', rule.id, match.subject, from ?? 'always', hash].join(':');
}

/** A single report gives at most a lead; what was recalled is only shown. */
function allowed(level: Level, confidence: Confidence): Level {
  const cap: Level =
    confidence === 'inferred' ? 'information' : confidence === 'reported' ? 'lead' : 'restricted';
  return LEVELS[Math.max(LEVELS.indexOf(level), LEVELS.indexOf(cap))] ?? 'information';
}

function fill(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? `{${word}}`);
}
