import type { RuleMatch } from './finding.ts';
import * as affiliations from './patterns/affiliations.ts';
import * as facilities from './patterns/facilities.ts';
import * as ownership from './patterns/ownership.ts';
import * as past from './patterns/past.ts';
import type { RuleGraph } from './rule-graph.ts';

/**
 * Every rule a second time, over facts in memory, for `interlock assess`, which has no database.
 *
 * The Cypher file stays the rule: its header holds all words, dates and levels, and the patterns here only repeat
 * what it matches. A test runs every case through both and demands the same findings, so an auditor has two
 * derivations of each flag that were written apart.
 */
export const PATTERNS: Readonly<Record<string, (graph: RuleGraph) => RuleMatch[]>> = {
  listed: ownership.listed,
  captured: ownership.captured,
  'rf29-listed-owner-share-undecided': ownership.listedOwnerShareUndecided,
  'share-undecided': ownership.shareUndecided,
  'circular-ownership': ownership.circularOwnership,
  'significant-minority': ownership.significantMinority,
  'control-by-restricted-party': ownership.controlByRestrictedParty,
  'investor-on-a-list': ownership.investorOnAList,
  'rf20-tool-beyond-node': facilities.toolBeyondNode,
  'rf27-connected-facility': facilities.connectedFacility,
  'rf27-connected-through-chain': facilities.connectedThroughChain,
  'rf27-cannot-exclude': facilities.connectedCannotExclude,
  'rf24-shared-leadership': affiliations.sharedLeadership,
  'rf24-leaders-from-listed-party': affiliations.leadersFromListedParty,
  'rf21-distributor-without-facility': affiliations.distributorWithoutFacility,
  'rf21-buys-for-another': affiliations.buysForAnother,
  'shared-address': affiliations.sharedAddress,
  'shared-address-reported': affiliations.sharedAddressReported,
  'huawei-complex': affiliations.huaweiComplex,
  'formerly-listed': past.formerlyListed,
  'formerly-owned': past.formerlyOwned,
  'formerly-controlled': past.formerlyControlled,
};
