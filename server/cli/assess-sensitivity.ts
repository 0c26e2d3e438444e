import type { Sensitivity } from '../analysis/sensitivity/question.ts';
import { sensitivityOf } from '../analysis/sensitivity/sensitivity.ts';
import type { Verdict } from '../analysis/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import type { Regime, Regulation } from '../regulation/read.ts';

interface Asked {
  readonly regime: Regime;
  readonly verdict: Verdict | undefined;
  readonly asOf: string;
}

type SensitivityRow = Pick<Sensitivity, 'suffices' | 'questions' | 'divestment'>;

const NOTHING: SensitivityRow = { suffices: null, questions: [], divestment: [] };

/** What a row of `interlock assess` says about what would change its verdict; nothing where there is none. */
export function sensitivityRows(
  facts: Facts,
  regulation: Regulation,
): (party: string, asked: Asked) => SensitivityRow {
  return (party, { regime, verdict, asOf }) => {
    if (!verdict || verdict.outcome === 'listed') return NOTHING;
    const { listings } = facts;
    const found = sensitivityOf(facts, { party, asOf, regime, listings }, regulation);
    return { suffices: found.suffices, questions: found.questions, divestment: found.divestment };
  };
}
