/**
 * The thirteen lists of the US Consolidated Screening List, word for word as its `source` field names them, with our
 * ids of them. The words are looked up whole: a code cut from "the last parenthesis" fails on two of them.
 */
export const CSL_SOURCES = {
  'Capta List (CAP) - Treasury Department': 'ofac-capta',
  'Denied Persons List (DPL) - Bureau of Industry and Security': 'bis-denied-persons',
  'Entity List (EL) - Bureau of Industry and Security': 'bis-entity-list',
  'Foreign Sanctions Evaders (FSE) - Treasury Department': 'ofac-fse',
  'ITAR Debarred (DTC) - State Department': 'state-itar-debarred',
  'Military End User (MEU) List - Bureau of Industry and Security': 'bis-meu',
  'Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department': 'ofac-ns-cmic',
  'Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department': 'ofac-ns-mbs',
  'Nonproliferation Sanctions (ISN) - State Department': 'state-isn',
  'Palestinian Legislative Council List (PLC) - Treasury Department': 'ofac-plc',
  'Sectoral Sanctions Identifications List (SSI) - Treasury Department': 'ofac-ssi',
  'Specially Designated Nationals (SDN) - Treasury Department': 'ofac-sdn',
  'Unverified List (UVL) - Bureau of Industry and Security': 'bis-unverified',
} as const;

export type CslSource = keyof typeof CSL_SOURCES;

/** True for one of the thirteen. */
export function isCslSource(text: string): text is CslSource {
  return Object.hasOwn(CSL_SOURCES, text);
}
