import { describe, expect, it } from 'vitest';
import { fromEcfr } from '../../server/normalise/lists/from-ecfr.ts';
import { ecfrXml } from '../../server/readers/formats/ecfr-xml.ts';
import { factsOf, readText } from '../support/read-list.ts';

const HEADS = [
  'Country',
  'Entity',
  'License requirement',
  'License review policy',
  'Federal Register citation',
];
const row = (...cells: readonly string[]): string =>
  `<TR>${cells.map((each) => `<TD>${each}</TD>`).join('')}</TR>`;

function supplement(number: number, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((each) => `<TH scope="col">${each}</TH>`).join('');
  return `<DIV9 N="Supplement No. ${number} to Part 744" TYPE="APPENDIX"><HEAD>Supplement No. ${number} to Part 744—List</HEAD>
<DIV><TABLE><THEAD><TR>${head}</TR></THEAD><TBODY>${rows.join('\n')}</TBODY></TABLE></DIV></DIV9>`;
}

const ENTITY_LIST = supplement(4, HEADS, [
  row('AFGHANISTAN', '[Reserved]', '', '', ''),
  row(
    "CHINA, PEOPLE'S REPUBLIC OF",
    'Made Chips Co., Ltd., a.k.a., the following one alias:<br/>—MCC.<br/>No. 1 Road, Shanghai, China.',
    'For all items subject to the EAR (See §§ 734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR) <E T="51">5</E>',
    'Presumption of denial',
    '85 FR 83416, 12/22/20.<br/>89 FR 96836, 12/5/24.',
  ),
  row(
    '\u00A0',
    'Other Works, 2 Road, Beijing',
    'For all items. (See § 734.9(e)<SU>1</SU>)',
    'See § 744.11',
    '84 FR 1, 5/21/19',
  ),
  row('', 'Short row'),
]);
const MEU = supplement(
  7,
  ['Country', 'Entity', 'Federal Register citation'],
  [row('CHINA', 'Made Aero (MA), 3 Road, Xian, China', '85 FR 83799, 12/23/2020')],
);
const document = (...parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD><AMDDATE>Dec. 31, 2024</AMDDATE>
<DIV8 N="744.1" TYPE="SECTION"><HEAD>§ 744.1 General</HEAD><TABLE><TR><TD>not a list</TD></TR></TABLE></DIV8>${parts.join('')}</DIV5>`;

describe('the Code of Federal Regulations', () => {
  it('gives the rows of both supplements, with the country of the row above', async () => {
    const { rows, asides, about } = await readText(ecfrXml, document(ENTITY_LIST, MEU));
    expect(rows.map(({ value }) => [value.list, value.country, value.entity.split('\n')[0]])).toEqual([
      [
        'bis-entity-list',
        "CHINA, PEOPLE'S REPUBLIC OF",
        'Made Chips Co., Ltd., a.k.a., the following one alias:',
      ],
      ['bis-entity-list', "CHINA, PEOPLE'S REPUBLIC OF", 'Other Works, 2 Road, Beijing'],
      ['bis-meu', 'CHINA', 'Made Aero (MA), 3 Road, Xian, China'],
    ]);
    expect(asides.map(({ field, reason }) => [field, reason])).toEqual([
      ['entity', 'is reserved'],
      ['', 'has 2 cells, not 5'],
    ]);
    expect(about?.date).toBe('2024-12-31');
  });

  it('knows the head of a table also where it is made of ordinary cells', async () => {
    const plain = document(ENTITY_LIST)
      .replaceAll(/<TH\b[^>]*>/g, '<TD>')
      .replaceAll('</TH>', '</TD>');
    const [wanted, found] = [await readText(ecfrXml, document(ENTITY_LIST)), await readText(ecfrXml, plain)];
    expect(found.rows.map(({ value }) => value)).toEqual(wanted.rows.map(({ value }) => value));
  });

  it('becomes parties and listings', async () => {
    const { parties, listings } = factsOf(fromEcfr(await readText(ecfrXml, document(ENTITY_LIST, MEU))));
    expect(
      parties.map(({ name, aliases, addresses, jurisdiction }) => ({
        name,
        aliases,
        addresses,
        jurisdiction,
      })),
    ).toEqual([
      { name: 'Other Works', aliases: [], addresses: ['2 Road, Beijing'], jurisdiction: 'CN' },
      {
        ...{ name: 'Made Chips Co., Ltd.', aliases: ['MCC'] },
        ...{ addresses: ['No. 1 Road, Shanghai, China'], jurisdiction: 'CN' },
      },
      { name: 'Made Aero (MA)', aliases: [], addresses: ['3 Road, Xian, China'], jurisdiction: 'CN' },
    ]);
    expect(
      listings.map(({ footnotes, from, fromConfidence }) => [footnotes.join(), from, fromConfidence]),
    ).toEqual([
      ['1', '2019-05-21', 'inferred'],
      ['5', '2020-12-22', 'inferred'],
      ['', '2020-12-23', 'inferred'],
    ]);
  });

  it.each([
    ['a renamed column', document(supplement(4, HEADS.with(3, 'Policy'), [])), 'policy'],
    ['no supplement', document(), ''],
    ['the end missing', document(ENTITY_LIST).slice(0, -40), ''],
  ])('refuses a file with %s', async (_, text, field) => {
    await expect(readText(ecfrXml, text)).rejects.toMatchObject({ problems: [{ field }] });
  });
});
