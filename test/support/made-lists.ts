/** Made rows in the exact form of real list files. */

const EL_HEADER =
  'Source List,Entity Number,SDN Type,Programs,Name,Title,Address,City,State/Province,Postal Code,Country,Federal Register Notice,Effective Date,Date Lifted/Waived/Expired,Standard Order,License Requirement,License Policy,Call Sign,Vessel Type,Gross Tonnage,Gross Register Tonnage,Vessel Flag,Vessel Owner,Remarks/Notes,Address Number,Address Remarks,Alternate Number,Alternate Type,Alternate Name,Alternate Remarks,Web Link,,,,,';

function elLine(
  name: string,
  address: string,
  [notice, day, alias]: readonly [string, string, string],
): string {
  return `EL,,,,${name},,"${address}",Kabul,,,Afghanistan,${notice},${day},,,For all items,Presumption of denial.,,,,,,,,,,,,${alias},,http://made.example`;
}

/** BIS's `el.csv`: a line for each address and alias; five unnamed columns in the header only. */
export const BIS_EL = [
  EL_HEADER,
  elLine('Made Farid', 'Apt. 45, block #21', ['76 FR 71867', '11/21/2011', 'Fazel']),
  elLine('Made Farid', 'Apt. 45, block #21', ['76 FR 71867', '11/21/2011', 'Farid']),
  elLine('Made Farid', 'A2 Ground Floor', ['76 FR 71867', '11/21/2011', 'Fazel']),
  elLine('Made Company', '5th Floor', ['77 FR 25055', '4/27/2012; 5/1/2013', '']),
].join('\n');

const dplLine = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join('\t');

/** BIS's `dpl.txt`. */
export const BIS_DPL = [
  '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"',
  dplLine(
    ' MADE ASH',
    '3037 S. DRIVE',
    'PHONEIX',
    'AZ',
    '',
    '85043',
    '10/16/2017',
    '10/13/2020',
    'Y',
    '2017-10-23',
    'FR NOTICE ADDED',
    '82 F.R. 48792 10/20/2017',
  ),
  dplLine(
    'MADE DENIED',
    '20 CRESCENT',
    'TORONTO',
    '',
    'CA',
    'M1W',
    '10/03/2003',
    '',
    'N',
    '2003-10-06',
    '',
    '68 F.R. 57406 10/3/03',
  ),
  dplLine('MADE ODD', '20 CRESCENT', 'TORONTO', '', 'CA', 'M1W', '10/03/2003', 'soon', 'N', '', '', ''),
].join('\n');

/** OFAC's `sdn.csv`, `add.csv` and `alt.csv`, with the sign that ended files under DOS. */
export const OFAC_SDN = [
  '101,"MADE HOLDING CO., LTD.",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '102,"DOE, Jane","individual","SDGT] [SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 01 Jan 1960; Linked To: MADE HOLDING CO., LTD.; Gender Female."',
  '\u001A',
  'x,"BROKEN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
].join('\n');
export const OFAC_ADD = '101,1,-0- ,-0- ,"China",-0- \n102,2,"1 Road","Damascus","Syria",-0- \n\u001A';
export const OFAC_ALT = '101,3,"aka","MADE HOLD",-0- \n';

function meti(entity_name: string, address: string, more: Readonly<Record<string, unknown>>): object {
  return {
    ...{ addresses: [address], aliases: [], country: 'jp', date_added: null, entity_name },
    ...{
      entity_type: 'organization',
      id: 'jp-eul-1',
      last_verified: '2026-07-20',
      list_id: 'jp-end-user-list',
    },
    ...{ source_list_name: 'Foreign End-User List', source_url: 'https://made.example', reason: '', ...more },
  };
}

/** Japan's list as JSON; the third row has its name in the address, as some real ones have. */
export const METI = JSON.stringify([
  meti('Made University (MU)', 'Islamic Republic of Iran', { reason: '生物、化学、核 B,C,N' }),
  meti('Made Trade Co., Ltd.（制作贸易有限公司）', "People's Republic of China", {
    reason: 'ミサイル M; 通常兵器の懸念: CW',
  }),
  meti('', "People's Republic of China 23rd Made Institute", { reason: 'ミサイル M' }),
  meti('', '', {}),
  meti('Of another list', 'India', { list_id: 'cn-list' }),
]);

/** A list parsed to JSON, the entities before the id. */
export function parsed(list: string, entities: readonly object[]): string {
  return JSON.stringify({ entities, count: entities.length, list_id: list, extracted: '2026-07-09' });
}

export const META_1260H = parsed('dow-1260h', [
  {
    ...{ name: 'Made Group', aliases: ['MG'], country: 'China', address: null, status: null },
    ...{ effective_date: '2026-06-10', federal_register: '91 FR 35189 (June 10, 2026)' },
    notes: 'Listed together with subsidiaries: Made One Co., Ltd., and Made Two (MT). | Made Group is owned.',
  },
]);

const RULE = {
  ...{ document_number: '2024-28267', title: 'Additions and Modifications', type: 'Rule' },
  ...{ citation: '89 FR 96830', publication_date: '2024-12-05', effective_on: '2024-12-02', volume: 89 },
};

/** A page of search results of the Federal Register. */
export const FR_PAGE = {
  count: 2,
  results: [RULE, { ...RULE, document_number: '2', publication_date: '12/5/24' }],
};
