import type { Facts } from '../facts/facts.ts';
import { addressKey } from '../normalise/names.ts';
import { ownershipComponents } from './components.ts';

/** How many ties of any kind a rule on a party may reach over: over a person to that person's other party. */
const REACH = 2;

/**
 * The facts that can bear on verdicts and findings of one party: everything in its ownership component, and in those of
 * all parties that two ties of any kind or a shared address reach from it. Verdicts and findings of that party are the
 * same over these facts as over all of them; those of other parties need not be.
 */
export function factsAround(facts: Facts, party: string): Facts {
  const near = new Set([party]);
  for (let step = 0; step < REACH; step += 1) for (const id of [...neighbours(facts, near)]) near.add(id);
  const parties = new Set(
    ownershipComponents(facts)
      .filter((component) => component.parties.some(({ id }) => near.has(id)))
      .flatMap((component) => component.parties.map(({ id }) => id)),
  );
  return within(facts, parties);
}

function* neighbours(facts: Facts, near: ReadonlySet<string>): Generator<string> {
  for (const [a, b] of pairs(facts)) {
    if (near.has(a)) yield b;
    if (near.has(b)) yield a;
  }
  const keys = new Set(
    facts.parties.filter(({ id }) => near.has(id)).flatMap(({ addresses }) => keysOf(addresses)),
  );
  for (const { id, addresses } of facts.parties) if (keysOf(addresses).some((key) => keys.has(key))) yield id;
}

function keysOf(addresses: readonly string[]): string[] {
  return addresses.map(addressKey).filter((key) => key !== null);
}

function* pairs(facts: Facts): Generator<readonly [string, string]> {
  for (const { owner, owned } of facts.holdings) yield [owner, owned];
  for (const { controller, controlled } of facts.controls) yield [controller, controlled];
  for (const { investor, target } of facts.investments) yield [investor, target];
  for (const { a, b } of facts.affiliations) yield [a, b];
  for (const { person, party } of facts.officers) yield [person, party];
}

function within(facts: Facts, parties: ReadonlySet<string>): Facts {
  const has = (...ids: string[]): boolean => ids.every((id) => parties.has(id));
  const facilities = facts.facilities.filter(({ operator }) => operator !== null && has(operator));
  const fabs = new Set(facilities.map(({ id }) => id));
  return {
    sources: facts.sources,
    parties: facts.parties.filter(({ id }) => has(id)),
    listings: facts.listings.filter(({ party }) => has(party)),
    holdings: facts.holdings.filter(({ owner, owned }) => has(owner, owned)),
    controls: facts.controls.filter(({ controller, controlled }) => has(controller, controlled)),
    investments: facts.investments.filter(({ investor, target }) => has(investor, target)),
    affiliations: facts.affiliations.filter(({ a, b }) => has(a, b)),
    officers: facts.officers.filter(({ person, party }) => has(person, party)),
    facilities,
    physicalLinks: facts.physicalLinks.filter(({ a, b }) => fabs.has(a) && fabs.has(b)),
    orders: facts.orders.filter(
      ({ facility, party }) => (facility === null || fabs.has(facility)) && (party === null || has(party)),
    ),
  };
}
