import { type Random, seededRandom } from '../random.ts';

interface MadeList {
  readonly rows: number;
  /** How many of the first rows have another licence policy than in the edition before. */
  readonly amended: number;
}

const WORDS = [
  'Made',
  'North',
  'River',
  'Star',
  'Cloud',
  'Stone',
  'Light',
  'Field',
  'Iron',
  'Silver',
] as const;
const TRADES = ['Electronics', 'Semiconductor', 'Trading', 'Aviation', 'Optics', 'Logistics'] as const;
const FORMS = ['Co., Ltd.', 'LLC', 'Limited', 'FZE', 'JSC'] as const;
const COUNTRIES = ['CN', 'RU', 'AE', 'TR', 'PK', 'IR'] as const;

/** Part of the entries at one of so many addresses: the Entity List gives some 6,900 findings of shared addresses. */
const SHARED = 0.16;
const OFFICE_TOWERS = 40;

/** An edition of the Entity List as the Consolidated Screening List has it, of made entries: every edition the same. */
export function madeList({ rows, amended }: MadeList): string {
  const random = seededRandom(7);
  const results = Array.from({ length: rows }, (_, at) => entry(at, at < amended, random));
  return JSON.stringify({ results });
}

function entry(at: number, isAmended: boolean, random: Random): object {
  const name = `${random.pick(WORDS)} ${random.pick(WORDS)} ${random.pick(TRADES)} ${at} ${random.pick(FORMS)}`;
  // As many share an address as on the list itself: two findings for each pair are most of what is written.
  const isShared = random.chance(SHARED);
  const country = isShared ? 'CN' : random.pick(COUNTRIES);
  const street = isShared
    ? `${random.between(1, OFFICE_TOWERS)} Tower Road`
    : `${at} ${random.pick(WORDS)} Road`;
  const aliases = Array.from({ length: random.between(0, 3) }, (_, alias) => `${name} alias ${alias}`);
  const day = `20${random.between(10, 24)}-0${random.between(1, 9)}-1${random.between(0, 9)}`;
  const policy = isAmended ? 'Case-by-case review.' : 'Presumption of denial.';
  return {
    ...{ id: `made-${at}`, source: 'Entity List (EL) - Bureau of Industry and Security', name },
    alt_names: aliases.length === 0 ? null : aliases,
    addresses: [{ address: street, city: 'Made City', state: null, postal_code: null, country }],
    ...{ federal_register_notice: `${random.between(75, 89)} FR ${at}`, start_date: day },
    ...{ standard_order: null, title: null, remarks: '' },
    license_requirement: 'For all items subject to the EAR. (See §744.11 of the EAR)',
    ...{ license_policy: policy, source_list_url: 'https://made.example' },
    source_information_url: 'https://made.example',
  };
}
