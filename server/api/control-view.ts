import { chainTo } from '../analysis/control/chain.ts';
import type { ControlDay } from '../analysis/control/control-day.ts';
import { type ControlBound, controlledBy } from '../analysis/control/controlled-by.ts';
import { controllersOf, type UltimateController } from '../analysis/control/controllers.ts';
import { CONTROL_METHOD } from '../analysis/control/words.ts';
import type { ControlReply, WireControlled, WireControlStep, WireUltimate } from '../wire/control.ts';

/** The question: one party on one day, and how many of each kind are shown. */
export interface ControlQuestion {
  readonly control: ControlDay;
  readonly party: number;
  readonly limit: number;
}

/** Ties that may be looked at for each of the two directions, so that no question holds up the others for long. */
const MOST_WORK = 1_000_000;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A party by its id and name. */
export function named({ graph }: ControlDay, party: number): Named {
  const found = graph.parties[party];
  return { id: found?.id ?? '', name: found?.name ?? '' };
}

/** Who controls a party, and whom it controls. */
export function controlView(
  question: ControlQuestion,
): Pick<ControlReply, 'method' | 'controllers' | 'controlled'> {
  return {
    method: CONTROL_METHOD,
    controllers: controllersView(question),
    controlled: controlledView(question),
  };
}

function controllersView(question: ControlQuestion): ControlReply['controllers'] {
  const { control, party, limit } = question;
  const found = controllersOf(control, party, { left: MOST_WORK });
  if (!found) return null;
  const all = [...found.all].map(([each, bound]) => ({ ...named(control, each), control: bound }));
  return {
    total: all.length,
    certain: all.filter((each) => each.control === 'certain').length,
    ultimateTotal: found.ultimate.length,
    ultimate: found.ultimate.slice(0, limit).map((each) => ultimateView(question, each)),
    shown: all.slice(0, limit),
  };
}

function ultimateView(
  { control, party, limit }: ControlQuestion,
  ultimate: UltimateController,
): WireUltimate {
  const [first = party] = ultimate.parties.filter((each) => each !== party);
  return {
    parties: ultimate.parties.map((each) => named(control, each)),
    control: ultimate.control,
    mayBeControlledBy: ultimate.mayBeControlledBy.slice(0, limit).map((each) => named(control, each)),
    steps: stepsFrom(control, { controller: first, bound: ultimate.control })(party),
  };
}

interface From {
  readonly controller: number;
  readonly bound: ControlBound;
}

/** Chains from one controller, as they go over the wire. */
function stepsFrom(control: ControlDay, { controller, bound }: From): (party: number) => WireControlStep[] {
  const places = controlledBy(control, controller, { bound, budget: { left: MOST_WORK } });
  return (party) => chainTo(control, { bound, places }, party).map(stepView);
}

function stepView(step: ReturnType<typeof chainTo>[number]): WireControlStep {
  const holders = step.holders.map((each) => ({
    ...each,
    facts: [...each.facts],
    sources: [...each.sources],
  }));
  return { ...step, holders };
}

function controlledView({ control, party, limit }: ControlQuestion): ControlReply['controlled'] {
  const budget = { left: MOST_WORK };
  const certain = controlledBy(control, party, { bound: 'certain', budget });
  const possible = controlledBy(control, party, { bound: 'possible', budget });
  if (budget.left < 0) return null;
  const perhaps = [...possible.keys()].filter((each) => !certain.has(each));
  const shown = [...[...certain.keys()].slice(1), ...perhaps].slice(0, limit);
  return {
    total: possible.size - 1,
    certain: certain.size - 1,
    shown: shown.map((each): WireControlled => {
      const bound = certain.has(each) ? 'certain' : 'possible';
      const found = { bound, places: bound === 'certain' ? certain : possible } as const;
      return {
        ...named(control, each),
        control: bound,
        steps: chainTo(control, found, each).map(stepView),
      };
    }),
  };
}
