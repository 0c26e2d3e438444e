import { facts } from '../../support/cases.ts';

/** Facilities and links of which the cases are made. */

interface Fabs {
  readonly kind?: string;
  readonly country?: string | null;
  readonly advanced?: boolean | null;
  readonly confidence?: string;
}

/** A legacy fab F1 joined to F2. */
export function fabs({ kind = 'bridge', country = 'CN', advanced = true, confidence = 'verified' }: Fabs) {
  const place = country === null ? {} : { country };
  return facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', ...place, advancedNode: false },
      { id: 'F2', name: 'Other fab', ...place, ...(advanced === null ? {} : { advancedNode: advanced }) },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind, confidence }],
  });
}

export const chain = (kind: string) =>
  facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', country: 'CN', advancedNode: false },
      { id: 'F2', name: 'Store', country: 'CN', advancedNode: false },
      { id: 'F3', name: 'Advanced fab', country: 'CN', advancedNode: true },
    ],
    physicalLinks: [
      { a: 'F1', b: 'F2', kind: 'overhead-track' },
      { a: 'F2', b: 'F3', kind },
    ],
  });

interface Leg {
  readonly kind?: string;
  readonly confidence?: string;
}

/** A legacy fab F1, a store F2 and an advanced fab F3, joined in a row; and F1 with F3 where a third link is given. */
export function row(first: Leg, second: Leg, direct: Leg | null = null, country = 'CN') {
  const link = (a: string, b: string, leg: Leg) => ({ a, b, kind: 'bridge', ...leg });
  return facts({
    facilities: ['F1', 'F2', 'F3'].map((id) => ({ id, name: id, country, advancedNode: id === 'F3' })),
    physicalLinks: [
      link('F1', 'F2', first),
      link('F2', 'F3', second),
      ...(direct ? [link('F1', 'F3', direct)] : []),
    ],
  });
}

/** A legacy fab F1 joined to F2, of which only technologies are known. */
export function byTechnology(technologies: readonly object[], legacy: object = {}) {
  return facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', country: 'CN', advancedNode: false, ...legacy },
      { id: 'F2', name: 'Other fab', country: 'CN', technologies },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind: 'bridge' }],
  });
}

/** A legacy fab F1 joined to F2, each in its own country. */
export function placed(first: string | null, second: string | null, advanced: boolean | null) {
  const place = (country: string | null) => (country === null ? {} : { country });
  return facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', ...place(first), advancedNode: false },
      {
        id: 'F2',
        name: 'Other fab',
        ...place(second),
        ...(advanced === null ? {} : { advancedNode: advanced }),
      },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind: 'bridge' }],
  });
}

/** A legacy fab F1 joined to F2, of which a source states the class, so surely. */
export function stated(advancedNode: boolean, confidence: string, technologies: readonly object[] = []) {
  return facts({
    facilities: [
      { id: 'F1', name: 'Legacy fab', country: 'CN', advancedNode: false },
      { id: 'F2', name: 'Other fab', country: 'CN', advancedNode, confidence, technologies },
    ],
    physicalLinks: [{ a: 'F1', b: 'F2', kind: 'bridge' }],
  });
}

export const FINFET = { kind: 'logic', nodeNm: 16, transistor: 'non-planar' };
export const PLANAR = { kind: 'logic', nodeNm: 28, transistor: 'planar' };
export const HBM = { kind: 'dram', cellAreaUm2: 0.003, densityGbPerMm2: 0.1, tsvPerDie: 3001 };
