/** A made case, and two made editions of the Entity List in the form of the Consolidated Screening List that touch it. */

export const CASE = {
  parties: [{ id: 'alpha', name: 'Made Alpha Co., Ltd.', jurisdiction: 'CN' }, { id: 'sub' }],
  holdings: [{ owner: 'alpha', owned: 'sub', share: 60 }],
};

export interface Entry {
  readonly name: string;
  readonly notice?: string;
  readonly start?: string;
  readonly policy?: string;
}

/** One row as the Consolidated Screening List has it. */
export function screeningRow({
  name,
  notice = '89 FR 96837',
  start = '2024-12-02',
  policy = 'Presumption of denial.',
}: Entry) {
  return {
    ...{ id: `id of ${name} ${notice}`, source: 'Entity List (EL) - Bureau of Industry and Security', name },
    addresses: [
      { address: '1 Made Road, Beijing', city: null, state: null, postal_code: null, country: 'CN' },
    ],
    ...{
      federal_register_notice: notice,
      start_date: start,
      standard_order: null,
      title: null,
      alt_names: null,
    },
    ...{ license_policy: policy, license_requirement: 'For all items subject to the EAR.', remarks: '' },
    ...{ source_list_url: 'https://made.example', source_information_url: 'https://made.example' },
  };
}

export const ALPHA = { name: 'Made Alpha Co., Ltd.' };
export const BETA = { name: 'Made Beta Ltd.' };
export const DECEMBER = { results: [screeningRow(BETA)] };
/** Beta amended, and Alpha added, of whom the case holds another party. */
export const JANUARY = {
  results: [
    screeningRow({ ...BETA, notice: '89 FR 96837; 90 FR 1', policy: 'Case by case.' }),
    screeningRow({ ...ALPHA, start: '2025-01-10' }),
  ],
};
