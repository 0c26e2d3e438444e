import { covers } from '../facts/dates.ts';
import type { Control, Holding } from '../facts/facts.ts';
import type { Component } from './components.ts';

/** Places of the facts of a component, by their ends. */
interface Ends {
  readonly parties: ReadonlyMap<string, number>;
  readonly holdingsOf: ReadonlyMap<string, readonly number[]>;
  readonly heldBy: ReadonlyMap<string, readonly number[]>;
  readonly controlsOf: ReadonlyMap<string, readonly number[]>;
  readonly controlledBy: ReadonlyMap<string, readonly number[]>;
}

/** Made once for each component, and gone with it. */
const indexes = new WeakMap<Component, Ends>();

/**
 * The part of a component that bears on who controls a party and whom it controls on a day: everybody above it,
 * everybody below it, and the owners of those below, with their ties of that day. In the order of the component.
 *
 * @param day `YYYY-MM-DD`
 */
export function surroundingsOn(component: Component, party: string, day: string): Component {
  const ends = indexOf(component);
  const [holdings, controls] = [new Set<number>(), new Set<number>()];
  const up = (id: string): string[] => {
    const held = active(component.holdings, ends.holdingsOf.get(id), day);
    const controlled = active(component.controls, ends.controlsOf.get(id), day);
    for (const at of held) holdings.add(at);
    for (const at of controlled) controls.add(at);
    return [
      ...held.flatMap((at) => component.holdings[at]?.owner ?? []),
      ...controlled.flatMap((at) => component.controls[at]?.controller ?? []),
    ];
  };
  const down = (id: string): string[] => [
    ...active(component.holdings, ends.heldBy.get(id), day).flatMap(
      (at) => component.holdings[at]?.owned ?? [],
    ),
    ...active(component.controls, ends.controlledBy.get(id), day).flatMap(
      (at) => component.controls[at]?.controlled ?? [],
    ),
  ];
  const parties = new Set([...closure(party, up), ...closure(party, down)]);
  for (const each of [...parties]) for (const owner of up(each)) parties.add(owner);
  return {
    parties: inOrder(
      component.parties,
      [...parties].flatMap((id) => ends.parties.get(id) ?? []),
    ),
    holdings: inOrder(component.holdings, holdings),
    controls: inOrder(component.controls, controls),
  };
}

function closure(start: string, next: (id: string) => readonly string[]): Set<string> {
  const found = new Set([start]);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

function active(
  facts: readonly (Holding | Control)[],
  places: readonly number[] | undefined,
  day: string,
): number[] {
  return (places ?? []).filter((at) => {
    const fact = facts[at];
    return fact !== undefined && covers(fact, day);
  });
}

function inOrder<T>(items: readonly T[], places: Iterable<number>): T[] {
  return [...places].sort((a, b) => a - b).flatMap((at) => items[at] ?? []);
}

function indexOf(component: Component): Ends {
  const known = indexes.get(component);
  if (known) return known;
  const made: Ends = {
    parties: new Map(component.parties.map(({ id }, at) => [id, at])),
    holdingsOf: places(component.holdings, ({ owned }) => owned),
    heldBy: places(component.holdings, ({ owner }) => owner),
    controlsOf: places(component.controls, ({ controlled }) => controlled),
    controlledBy: places(component.controls, ({ controller }) => controller),
  };
  indexes.set(component, made);
  return made;
}

function places<T>(facts: readonly T[], endOf: (fact: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, fact] of facts.entries()) {
    const group = groups.get(endOf(fact));
    if (group) group.push(at);
    else groups.set(endOf(fact), [at]);
  }
  return groups;
}
