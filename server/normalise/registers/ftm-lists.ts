import type { LIST_IDS } from '../../readers/case-shape.ts';
import type { FlatEntity } from './ftm-entities.ts';

type ListId = (typeof LIST_IDS)[number];

/** OpenSanctions' names of its sources, where one source is one list. */
const DATASETS: Readonly<Record<string, ListId>> = {
  us_ofac_sdn: 'ofac-sdn',
  eu_fsf: 'eu-consolidated',
  gb_hmt_sanctions: 'uk-sanctions',
  gb_fcdo_sanctions: 'uk-sanctions',
  us_dod_chinese_milcorps: 'dod-1260h',
  jp_meti_eul: 'meti-end-user',
};
/** The Consolidated Screening List is many lists; the programme of the sanction says which. */
const PROGRAMMES: readonly (readonly [RegExp, ListId])[] = [
  [/\bEntity List\b|\(EL\)/i, 'bis-entity-list'],
  [/\bMilitary End[- ]User|\(MEU\)/i, 'bis-meu'],
  [/\bUnverified List\b|\(UVL\)/i, 'bis-unverified'],
  [/\bDenied Persons List\b|\(DPL\)/i, 'bis-denied-persons'],
  [/\bCMIC\b|Chinese Military.Industrial/i, 'ofac-ns-cmic'],
  [/\bSDN\b|Specially Designated Nationals/i, 'ofac-sdn'],
];

/** The list that a Sanction stands for, or null when it is none that Interlock knows. */
export function listOf({ datasets, properties }: FlatEntity): ListId | null {
  const [dataset] = datasets.flatMap((name) => DATASETS[name] ?? []);
  if (dataset !== undefined) return dataset;
  if (!datasets.includes('us_trade_csl')) return null;
  const words = [...(properties.program ?? []), ...(properties.programId ?? [])].join(' ');
  return PROGRAMMES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
