import { AFFILIATION_CASES } from './affiliations.ts';
import { FACILITY_CASES } from './facilities.ts';
import { INFLUENCE_CASES } from './influence.ts';
import { ORDER_CASES } from './orders.ts';
import { OWNERSHIP_CASES } from './ownership.ts';
import { PAST_CASES } from './past.ts';
import type { RuleCases } from './rule-case.ts';

/** Cases by rule id, the name of its file in `cypher/rules/`. */
export const RULE_CASES: Readonly<Record<string, RuleCases>> = {
  ...OWNERSHIP_CASES,
  ...INFLUENCE_CASES,
  ...FACILITY_CASES,
  ...ORDER_CASES,
  ...AFFILIATION_CASES,
  ...PAST_CASES,
};
