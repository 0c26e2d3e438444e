import { covers, type Interval } from '../facts/dates.ts';
import type { Regime, RegimeTest } from '../regulation/read.ts';
import type { Level } from '../rules/finding.ts';
import type { StoredVerdict } from '../store/queries/verdicts.ts';
import type { FacilityReply } from '../wire/things.ts';

/** Sentences that a lawyer would sign: outcome, regime, day, owners, and what is missing. Never "clear" or "safe". */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2025-10-15` as `15 October 2025`. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A threshold as words: `50 % or more`, `more than 50 %`, `no share captures`. */
export function thresholdInWords(test: RegimeTest | undefined): string {
  if (!test || test.threshold === null) return 'no share captures, only a branch in the same country';
  return test.inclusive ? `${test.threshold} % or more` : `more than ${test.threshold} %`;
}

export interface VerdictContext {
  readonly name: string;
  readonly regime: Regime;
  readonly asOf: string;
  /** Codes of the lists it stands on that day, for a listed party. */
  readonly listed: string;
}

/** One party under one regime on one day. */
export function verdictSentence(verdict: StoredVerdict | null, context: VerdictContext): string {
  const { name, regime, asOf } = context;
  const inForce = regime.inForce.some((period) => covers(period, asOf));
  const when = `under ${regime.title} on ${dayInWords(asOf)}`;
  const rule = inForce ? when : `${when}, which is not in force on that day`;
  if (verdict === null)
    return `Not captured ${rule}: no restricted owner of ${name} is recorded. That is no proof that there is none.`;
  return SENTENCES[verdict.outcome](verdict, {
    ...context,
    rule,
    would: inForce ? 'Captured' : 'Would be captured',
  });
}

interface Words extends VerdictContext {
  readonly rule: string;
  readonly would: string;
}

const SENTENCES: Readonly<
  Record<StoredVerdict['outcome'], (verdict: StoredVerdict, words: Words) => string>
> = {
  listed: (_, { name, listed, asOf }) => `Listed on ${dayInWords(asOf)}: ${name} is itself on ${listed}.`,
  captured: ({ heldBy }, { would, rule }) => `${would} ${rule}: held by ${heldBy}.`,
  'cannot-exclude': ({ heldBy, weak }, { rule }) =>
    `Cannot exclude a capture ${rule}: ${heldBy}. ${weak ? 'Only reported or recalled facts say so; ask for proof.' : 'Ask for the share.'}`,
  circular: ({ heldBy }, { rule }) =>
    `Circular ${rule}: parties hold each other in a circle (${heldBy}). Escalate.`,
  'not-captured': ({ heldBy, heldShare, exempt }, { rule, name, regime, asOf }) => {
    if (exempt) return `Not captured ${rule}: ${name} is outside the rule. ${regime.exemptNote}`;
    const test = regime.tests.find((each) => covers(each, asOf));
    return `Not captured ${rule}: restricted owners hold ${heldShare} (${heldBy}); the test is ${thresholdInWords(test)}.`;
  },
};

/** A finding of Red Flag 27 by its level: a flag, a flag that nobody can rule out, and a mere lead are not the same. */
const RF27_WORDS: Readonly<Partial<Record<Level, string>>> = {
  'cannot-exclude': 'Red Flag 27 cannot be excluded',
  lead: 'Lead for Red Flag 27',
};

/** What follows from a facility's node class and physical links on a day. */
export function facilitySentence(
  reply: Pick<FacilityReply, 'facility' | 'nodeClass' | 'joined' | 'physicalLinks' | 'findings'>,
  asOf: string,
): string {
  const { facility, nodeClass, joined, physicalLinks, findings } = reply;
  const on = `on ${dayInWords(asOf)}`;
  const raised = findings.find(({ flag }) => flag === 'RF27');
  if (raised) return `${RF27_WORDS[raised.level] ?? 'Red Flag 27'} ${on}: ${raised.text}`;
  if (nodeClass.nodeClass === 'advanced')
    return `Advanced-node ICs are made here; 15 CFR 744.23 applies directly where the country is covered.${nodeClass.startKnown ? '' : ' The first day is not known.'}`;
  const links = linksSentence({ joined, physicalLinks }, asOf);
  const making = { from: facility.advancedFrom, to: facility.advancedTo };
  if (nodeClass.nodeClass === 'unknown')
    return `${links} Its own node class is not known: that advanced-node ICs are made here cannot be excluded.`;
  return facility.advancedNode ? `${notMaking(making, asOf)} ${links}` : links;
}

/** Why an advanced fab is none on a day outside the days on which it makes them. */
function notMaking({ from, to }: Interval, asOf: string): string {
  if (from !== null && asOf < from)
    return `Advanced-node ICs are made here only from ${dayInWords(from)} on, not yet on ${dayInWords(asOf)}.`;
  return `Advanced-node ICs are made here no longer, since ${dayInWords(to ?? asOf)}.`;
}

function linksSentence(
  { joined, physicalLinks }: Pick<FacilityReply, 'joined' | 'physicalLinks'>,
  asOf: string,
): string {
  const on = `on ${dayInWords(asOf)}`;
  const now = joined.filter((each) => covers(each, asOf));
  if (now.some(({ destination }) => destination === 'elsewhere')) {
    return `Joined with an advanced or unknown facility ${on}, outside Macau and Country Group D:5: shown, and no flag is raised.`;
  }
  if (now.length > 0) {
    const others = [...new Set(now.map(({ otherName }) => otherName))].join(' and ');
    return `Joined ${on} with ${others}, where advanced-node ICs are made or may be made. No rule raises a flag for that day.`;
  }
  if (physicalLinks.some((link) => link.joins && covers(link, asOf)))
    return `Physically joined ${on} with a facility that makes no advanced-node ICs: no flag is raised.`;
  const others = physicalLinks.length > 0 ? ' Campus neighbours and planned links join nothing.' : '';
  return `No physical link with an advanced-node facility is recorded ${on}.${others} That is no proof that there is none.`;
}
