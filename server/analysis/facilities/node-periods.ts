import { CONFIDENCES, type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import type { Interval } from '../../facts/dates.ts';
import type { Facility, Facts } from '../../facts/facts.ts';
import { type Technology, technologyInWords } from '../../facts/technology.ts';
import type { AdvancedNodeLaw } from '../../regulation/read.ts';
import type { NodeClass, NodePeriod } from './joined.ts';
import { holdsOn, mergeStretches, stretchesBetween } from './stretches.ts';
import { type TechnologyTest, testTechnology } from './technology-test.ts';

/**
 * The node class of every facility over time, swept over the days on which its statement, one of its technologies or
 * the definition changes. What a source itself states of the class stays; technologies decide where none is stated.
 */
export function nodePeriods(facts: Pick<Facts, 'facilities'>, law: AdvancedNodeLaw): NodePeriod[] {
  return facts.facilities.flatMap((facility) => {
    const told = stretchesOf(facility, law).map((stretch) => {
      const { technology: _, ...period } = classOn(facility, stretch, law);
      const id = ['node', facility.id, stretch.from ?? 'always'].join(':');
      return { id, facility: facility.id, ...period, ...stretch };
    });
    return mergeStretches(told, ({ id: _, from: __, to: ___, ...said }) => JSON.stringify(said));
  });
}

/** Days between which nothing that bears on the class of a facility changes. */
export function stretchesOf(
  { advancedFrom, advancedTo, technologies }: Facility,
  law: AdvancedNodeLaw,
): Interval[] {
  const kinds = new Set(technologies.map(({ kind }) => kind));
  const legal = law.periods.filter(({ kind }) => kinds.has(kind));
  const edges = [...technologies, ...legal].flatMap(({ from, to }) => [from, to]);
  return stretchesBetween([advancedFrom, advancedTo, ...edges]);
}

type Told = Omit<NodePeriod, 'id' | 'facility' | 'from' | 'to'> & {
  /** What the technologies say, whatever is stated; null where none is given for these days. */
  readonly technology: Judged | null;
};

/** The class on a stretch, with what it rests on. */
export function classOn(facility: Facility, stretch: Interval, law: AdvancedNodeLaw): Told {
  const technology = judge(facility.technologies, stretch, law);
  const told = settled(facility, stretch, technology);
  const agrees = technology !== null && technology.test.nodeClass === told.nodeClass;
  const because = agrees && told.basis === 'stated' && technology.test.inForce ? technology : null;
  if (because === null) return { ...told, technology };
  const { clauses, citation } = because.test;
  return { ...told, technology, clauses, citation, text: `${told.text} ${because.words}` };
}

type Plain = Omit<Told, 'technology'>;

/**
 * What is stated stays, technologies decide where nothing is, and neither decides anything that no source confirms: what
 * is only reported or recalled leaves the class unknown, as nothing known does, and its words are told (design D10).
 */
function settled(facility: Facility, stretch: Interval, technology: Judged | null): Plain {
  const byFacts = openUnlessFirm(byTechnology(technology));
  if (facility.advancedNode === null) return byFacts;
  const told = stated(facility, stretch);
  if (isFirm(told.confidence)) return told;
  const isAnswered = byFacts.nodeClass === 'advanced' || byFacts.nodeClass === told.nodeClass;
  return isAnswered ? byFacts : openUnlessFirm(told);
}

function openUnlessFirm(told: Plain): Plain {
  if (isFirm(told.confidence) || told.nodeClass === 'unknown') return told;
  const how = told.confidence === 'reported' ? 'reported' : 'recalled, not read';
  return { ...told, nodeClass: 'unknown', text: `${told.text} This is only ${how}, so it decides nothing.` };
}

function stated(facility: Facility, stretch: Interval): Plain {
  const { advancedFrom: from, advancedTo: to, confidence, sources } = facility;
  const base = { basis: 'stated', clauses: [], citation: '', confidence, sources } as const;
  if (facility.advancedNode === false)
    return {
      ...base,
      nodeClass: 'not-advanced',
      startKnown: true,
      text: 'Its sources say that no advanced-node ICs are made here.',
    };
  if (holdsOn({ from, to }, stretch))
    return {
      ...base,
      nodeClass: 'advanced',
      startKnown: from !== null,
      text: 'Its sources say that advanced-node ICs are made here.',
    };
  const text = 'Its sources say that advanced-node ICs are made here on other days only.';
  return { ...base, nodeClass: 'not-advanced', startKnown: true, text };
}

function byTechnology(judged: Judged | null): Plain {
  if (judged === null)
    return {
      ...{ nodeClass: 'unknown', basis: 'none', clauses: [], citation: '', startKnown: true },
      ...{ confidence: 'inferred', sources: [], text: 'No source says what is made here on this day.' },
    };
  const { test, words, confidence, sources, startKnown } = judged;
  const { nodeClass, clauses, citation } = test;
  return { nodeClass, basis: 'technology', clauses, citation, confidence, sources, startKnown, text: words };
}

interface Judged {
  readonly test: TechnologyTest;
  readonly words: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  /** Is the first day of the technology that decides known? */
  readonly startKnown: boolean;
}

const ORDER: readonly NodeClass[] = ['advanced', 'unknown', 'not-advanced'];

/**
 * One advanced technology makes the fab advanced, the most certain one first; one unknown, or one that would and is not
 * confirmed, leaves it open. That it makes others, too, nobody needs to confirm.
 */
function judge(all: readonly Technology[], stretch: Interval, law: AdvancedNodeLaw): Judged | null {
  const tested = all
    .filter((technology) => holdsOn(technology, stretch))
    .map((technology) => ({ technology, test: testTechnology(technology, law, stretch.from) }))
    .sort((x, y) => rankOf(x) - rankOf(y));
  const [first] = tested;
  if (!first) return null;
  const firm = tested.filter(({ technology }) => isFirm(technology.confidence));
  const mature = firm.length > 0 ? firm : tested;
  const deciding = first.test.nodeClass === 'not-advanced' ? mature : [first];
  return {
    test: { ...first.test, clauses: [...new Set(deciding.flatMap(({ test }) => test.clauses))] },
    words: deciding
      .map(({ technology, test }) => `It makes ${technologyInWords(technology)}: ${test.text}.`)
      .join(' '),
    confidence: weakest(deciding.map(({ technology }) => technology.confidence)),
    sources: [...new Set(deciding.flatMap(({ technology }) => technology.sources))],
    startKnown: deciding.every(({ technology }) => technology.from !== null),
  };
}

interface Tested {
  readonly technology: Technology;
  readonly test: TechnologyTest;
}

function rankOf({ technology, test }: Tested): number {
  return ORDER.indexOf(test.nodeClass) * CONFIDENCES.length + CONFIDENCES.indexOf(technology.confidence);
}
