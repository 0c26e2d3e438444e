import type { Outcome, Verdict } from '../../server/analysis/verdict.ts';
import { describeError } from '../../server/errors.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import { assess, readLaw } from '../../server/pipeline.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';
import type { Finding } from '../../server/rules/finding.ts';

/** The law as the product reads it, once for all tests. */
export const LAW = readLaw();

/** Facts of a case given as an object or as text. */
export function facts(content: object | string): Facts {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  try {
    return normaliseCase(readCaseFiles([{ file: 'case.json', text }]), { requireSources: false });
  } catch (error) {
    throw new Error(describeError(error).join('\n'), { cause: error });
  }
}

/** A row of a party in a country. */
export function partyIn(jurisdiction: string, id: string): { id: string; jurisdiction: string } {
  return { id, jurisdiction };
}

/**
 * Holdings written as lines, the way they are drawn: `X -50-> A`, `X -25..50-> A`, `X -(25..50]-> A`, `X -?-> A`,
 * `X ~controls~> A`, `X =branch=> A`, or `X` alone. A star marks parties on the list, the Entity List unless another is named: `X*`.
 */
export function graph(lines: string, more: object = {}, list = 'bis-entity-list'): Facts {
  const parties = new Map<string, { id: string; name: string; jurisdiction: string }>();
  const listings: object[] = [];
  const holdings: object[] = [];
  const controls: object[] = [];
  const party = (token: string): string => {
    const id = token.replace('*', '');
    if (!parties.has(id)) {
      parties.set(id, { id, name: id, jurisdiction: 'CN' });
      if (token.endsWith('*')) listings.push({ party: id, list });
    }
    return id;
  };
  for (const line of lines
    .split(/[\n;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    const [, left = line, tie = '', right = line] = /^(\S+)\s+(\S+>)\s+(\S+)$/.exec(line) ?? [];
    const [owner, owned] = [party(left), party(right)];
    if (tie === '') continue;
    if (tie === '~controls~>') controls.push({ controller: owner, controlled: owned });
    else if (tie === '=branch=>') holdings.push({ owner, owned, share: 100, kind: 'branch' });
    else holdings.push({ owner, owned, ...shareOf(tie.slice(1, -2)) });
  }
  return facts({ parties: [...parties.values()], listings, holdings, controls, ...more });
}

function shareOf(text: string): object {
  if (text === '?') return {};
  const range = /^([[(]?)([\d.]+)\.\.([\d.]+)([\])]?)$/.exec(text);
  if (!range) return { share: text.includes('/') || text.length > 15 ? text : Number(text) };
  const [, open, min, max, close] = range;
  return {
    share: { min: Number(min), max: Number(max), exclusiveMin: open === '(', exclusiveMax: close === ')' },
  };
}

/** Outcomes by party under one regime on a day; parties without a verdict are not captured. */
export function outcomes(all: Facts, regime = 'bis-affiliates', day = '2025-10-15'): Record<string, Outcome> {
  const verdicts = verdictsOn(all, regime, day);
  return Object.fromEntries(
    all.parties.map(({ id }) => [id, verdicts.find(({ party }) => party === id)?.outcome ?? 'not-captured']),
  );
}

export function verdictsOn(all: Facts, regime: string, day: string): Verdict[] {
  return assess(all, LAW).conclusions.verdicts.filter(
    (verdict) => verdict.regime === regime && covers(verdict, day),
  );
}

export function findingsOn(all: Facts, day: string): Finding[] {
  return assess(all, LAW).findings.filter((finding) => covers(finding, day));
}
