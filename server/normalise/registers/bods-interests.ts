import type { BodsInterest } from '../../readers/formats/bods-shapes.ts';
import { shareOfInterest } from './bods-shares.ts';
import type { CaseBuilder, Place } from './case-builder.ts';
import { addTie } from './from-gleif.ts';
import { addControl, addVotes, noteField, type Right, sentence } from './rights.ts';

/** One interest, with its ends as parties. */
export interface InterestOf {
  readonly holder: { readonly party: string; readonly isPerson: boolean };
  readonly company: string;
  readonly days: Right['days'];
  readonly interest: BodsInterest;
  /** True when the chain that makes it up is in the file as well. */
  readonly isDouble: boolean;
}

/** Interests that are posts: of persons an officer, of others a tie. */
const POSTS = ['boardMember', 'boardChair', 'seniorManagingOfficial'];
/** Interests that may or may not be control; the standard does not say that they are. */
const INFLUENCE: Readonly<Record<string, string>> = {
  otherInfluenceOrControl: 'other-influence-or-control',
  appointmentOfBoard: 'board-appointment',
  trustee: 'trustee',
  controlViaCompanyRulesOrArticles: 'company-rules',
  controlByLegalFramework: 'legal-framework',
};
/** Interests that are neither a share nor control. */
const OTHERS: Readonly<Record<string, string>> = {
  settlor: 'settlor',
  protector: 'protector',
  beneficiaryOfLegalArrangement: 'beneficiary',
  nominee: 'nominee',
  nominator: 'nominator',
  rightsToSurplusAssetsOnDissolution: 'rights-to-surplus-assets',
  rightsToProfitOrIncome: 'rights-to-profit',
  rightsGrantedByContract: 'rights-by-contract',
  conditionalRightsGrantedByContract: 'conditional-rights-by-contract',
  enjoymentAndUseOfAssets: 'use-of-assets',
  rightToProfitOrIncomeFromAssets: 'rights-to-profit',
};
/** The nature is not said: a share cannot be excluded. */
const UNKNOWN = ['', 'unknownInterest', 'unpublishedInterest'];

/** An interest of BODS as a holding, control link, affiliation or post. */
export function addInterest(build: CaseBuilder, place: Place, of: InterestOf): void {
  const { holder, company, days, interest } = of;
  const { type = '' } = interest;
  const note = noteOf(interest);
  const right: Right = { holder: holder.party, company, days, note };
  const gleif = /^Relationship Type: (IS_[A-Z_-]+)$/.exec(interest.details ?? '')?.[1];
  if (gleif !== undefined) addTie(build, place, { ...right, note: '' }, gleif);
  else if (isThroughOthers(interest))
    addControl(build, place, right, { kind: 'trust-or-firm', isCertain: false });
  else if (type === 'shareholding' || UNKNOWN.includes(type)) addShare(build, place, of, note);
  else if (type === 'votingRights') addVoting(build, place, of, right);
  else if (POSTS.includes(type)) addPost(build, place, of, right);
  else addOther(build, place, right, interest);
}

/** Words of the UK register for the interests that it can state as held by a trust or firm. */
const UK_WORDS: Readonly<Record<string, string>> = {
  shareholding: 'ownership-of-shares',
  votingRights: 'voting-rights',
  appointmentOfBoard: 'right-to-appoint',
};

/** True where the UK register, in the details, gives the interest only to a trust or firm that the party controls. */
function isThroughOthers({ type = '', details = '' }: BodsInterest): boolean {
  const word = UK_WORDS[type];
  const natures = [...details.matchAll(/'([a-z0-9-]+)'/g)].map(([, nature = '']) => nature);
  const own = natures.filter((nature) => word !== undefined && nature.startsWith(word));
  return own.length > 0 && own.every((nature) => /-as-(control-over-)?(trust|firm)/.test(nature));
}

function noteOf({ details = '', directOrIndirect, type }: InterestOf['interest']): string {
  const level = directOrIndirect === 'indirect' ? 'Indirect.' : '';
  const nature = type === undefined ? 'The nature of the interest is not stated.' : '';
  return sentence(level, nature, details === '' ? '' : `${details}.`);
}

function addShare(
  build: CaseBuilder,
  place: Place,
  { holder, company, days, interest, isDouble }: InterestOf,
  note: string,
): void {
  const share = shareOfInterest(interest.share);
  if (isDouble) addDouble(build, place, { holder: holder.party, company, days, note }, share);
  else {
    const stated = share === undefined ? {} : { share };
    build.holding(place, { owner: holder.party, owned: company, ...stated, ...days, ...noteField(note) });
  }
}

function addDouble(
  build: CaseBuilder,
  place: Place,
  { holder, company, days, note }: Right,
  share: unknown,
): void {
  const stated = share === undefined ? '' : `Stated in sum: ${JSON.stringify(share)}.`;
  const why = 'Its chain is in the file, so it is not added up again.';
  const value = { a: holder, b: company, kind: 'indirect-shareholder', ...days };
  build.affiliation(place, { ...value, note: sentence(note, stated, why) });
}

function addVoting(build: CaseBuilder, place: Place, of: InterestOf, right: Right): void {
  if (of.isDouble) addDouble(build, place, right, shareOfInterest(of.interest.share));
  else addVotes(build, place, right, shareOfInterest(of.interest.share));
}

function addPost(build: CaseBuilder, place: Place, { holder, interest }: InterestOf, right: Right): void {
  const { company, days, note } = right;
  const role = interest.type ?? '';
  if (holder.isPerson)
    build.officer(place, { person: holder.party, party: company, role, ...days, ...noteField(note) });
  else
    build.affiliation(place, {
      a: holder.party,
      b: company,
      kind: 'board-seat',
      ...days,
      ...noteField(note),
    });
}

function addOther(
  build: CaseBuilder,
  place: Place,
  right: Right,
  { type = '', details = '' }: BodsInterest,
): void {
  const influence = INFLUENCE[type];
  const other = OTHERS[type];
  const { holder: a, company: b, days, note } = right;
  // The UK's own words: a right to appoint or remove a majority of the board.
  const isCertain = type === 'appointmentOfBoard' && /'right-to-appoint-and-remove-directors'/.test(details);
  if (influence !== undefined) addControl(build, place, right, { kind: influence, isCertain });
  else if (other !== undefined) build.affiliation(place, { a, b, kind: other, ...days, ...noteField(note) });
  else
    build.aside(
      place,
      ['interests.type', type],
      'is no interest that Interlock knows',
      'Report it to Interlock.',
    );
}
