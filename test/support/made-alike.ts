import type { OwnInterlock } from './load-editions.ts';
import { screeningRow } from './made-screening-list.ts';

/** Parties of a made case that a made list may also have: only a person can say. */
export const LIKE = {
  alfa: {
    ...{ id: 'alfa', name: 'Made Alfa Co., Ltd.', jurisdiction: 'CN', aliases: ['Made Alfa Trading'] },
    originalName: { text: '阿尔法贸易' },
    addresses: ['2 Made Road, Beijing'],
    identifiers: [{ scheme: 'lei', value: '5493001KJTIIGC8Y1R12' }],
  },
  beta: { id: 'beta', name: 'Made Beta Holding', jurisdiction: 'CN', aliases: ['Made Beta Works'] },
  /** A person, where the list has a company: that speaks against it. */
  gamma: { id: 'gamma', name: 'Made Gamma', jurisdiction: 'CN', kind: 'person' },
};

const LISTED = ['Made Alfa Trading', 'Made Beta Works', 'Made Gamma'];

/** Loads the case and the list: three pairs wait. */
export async function alikeInBoth({ interlock, file }: OwnInterlock): Promise<void> {
  const parties = [...Object.values(LIKE), { id: 'sub', name: 'Made Sub' }];
  const holdings = [{ owner: 'alfa', owned: 'sub', share: 60 }];
  const results = LISTED.map((name) => ({ ...screeningRow({ name, start: '2025-01-10' }), type: 'Entity' }));
  for (const path of [file('case.json', { parties, holdings }), file('list-2025-01-31.json', { results })]) {
    const { code, stderr } = await interlock(['load', path]);
    if (code !== 0) throw new Error(stderr);
  }
}
