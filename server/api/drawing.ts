import { NotFoundError } from '../errors.ts';
import { covers } from '../facts/dates.ts';
import type { Runner } from '../store/connection.ts';
import { readFindingsOf } from '../store/queries/findings.ts';
import { readEnds, readEvidence } from '../store/queries/graph.ts';
import { readNeighbourTies } from '../store/queries/neighbours.ts';
import type { OnDay } from '../store/queries/on-day.ts';
import { readFacility, readParty, readPhysicalLinks } from '../store/queries/things.ts';
import { readVerdictsOn } from '../store/queries/verdicts.ts';
import type { Graph } from '../wire/graph.ts';

/** Ties above which a drawing answers nothing at a glance; the rest is there by expanding. */
const MOST_FACTS = 60;

/**
 * What is drawn first when a party or facility is opened: the facts behind its verdicts and findings of the day.
 * A party without any is drawn with its owners and controllers; a facility always with its links and operators.
 *
 * @throws NotFoundError for an id that is neither
 */
export async function drawing(tx: Runner, id: string, day: OnDay): Promise<Graph> {
  const [party, facts] = await Promise.all([readParty(tx, id), factsBehind(tx, id, day)]);
  if (party) return partyDrawing(tx, id, day, facts);
  const facility = await readFacility(tx, id);
  if (!facility) throw new NotFoundError(`There is nothing with the id "${id}".`, 'Search for it by name.');
  return facilityDrawing(tx, id, day);
}

async function partyDrawing(tx: Runner, id: string, day: OnDay, facts: readonly string[]): Promise<Graph> {
  if (facts.length > 0) return readEvidence(tx, facts.slice(0, MOST_FACTS), [id], day);
  const above = await Promise.all(
    ['owners', 'controllers'].map((group) =>
      readNeighbourTies(tx, { id, group, limit: 20, ended: false, ...day }),
    ),
  );
  return readEnds(tx, above.flat(), [id], day);
}

/** Facts of the verdicts and findings of the day, own ones first. */
async function factsBehind(tx: Runner, id: string, { asOf }: OnDay): Promise<string[]> {
  const [{ verdicts }, all] = await Promise.all([readVerdictsOn(tx, id, asOf), readFindingsOf(tx, id)]);
  const findings = all.filter((finding) => covers(finding, asOf));
  return [
    ...new Set([...verdicts.flatMap(({ facts }) => facts), ...findings.flatMap(({ evidence }) => evidence)]),
  ].filter((fact) => !fact.startsWith('listing:') && !fact.startsWith('address:'));
}

async function facilityDrawing(tx: Runner, id: string, day: OnDay): Promise<Graph> {
  const links = await readPhysicalLinks(tx, id);
  const ends = [id, ...links.map(({ other }) => other)];
  const facilities = await Promise.all(ends.map((end) => readFacility(tx, end)));
  const operators = facilities.flatMap((each) =>
    each?.operator ? [{ facility: each.id, party: each.operator.id }] : [],
  );
  const operated = operators.map(({ facility, party }) => `operates:${party}:${facility}`);
  const above = await Promise.all(operators.map(({ party }) => factsBehindVerdict(tx, party, day)));
  return readEvidence(tx, [...links.map((link) => link.id), ...operated, ...above.flat()], ends, day);
}

/** Who owns an operator that is captured or undecided: half of the path from a listed party to a fab. */
async function factsBehindVerdict(tx: Runner, party: string, { asOf, regime }: OnDay): Promise<string[]> {
  const { verdicts } = await readVerdictsOn(tx, party, asOf);
  return verdicts
    .filter((verdict) => verdict.regime === regime && verdict.outcome !== 'listed')
    .flatMap(({ facts }) => facts);
}
