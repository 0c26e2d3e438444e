import type { ComplexReply } from '../../server/wire/complexes.ts';
import { csvLine } from './csv.ts';

const COLUMNS = [
  'complex',
  'as_of',
  'id',
  'name',
  'original_name',
  'kind',
  'jurisdiction',
  'grade',
  'from',
  'to',
  'listed',
  'lists',
  'path',
  'path_grade',
  'path_basis',
  'path_confidence',
  'path_from',
  'path_to',
  'facts',
];

/** The members of a complex as CSV (RFC 4180): a row for each path, the strongest first, so that none is left out. */
export function complexCsv({ complex, asOf, members }: ComplexReply): string {
  const rows = members.flatMap((member) => {
    const { id, name, originalName, kind, jurisdiction, grade, from, to, listed, codes, paths } = member;
    const own = [
      ...[complex.id, asOf, id, name, originalName ?? '', kind, jurisdiction ?? '', grade],
      ...[from ?? '', to ?? '', String(listed), codes.join(' ')],
    ];
    if (paths.length === 0) return [[...own, ...Array.from({ length: 7 }, () => '')]];
    return paths.map((path) => [
      ...[...own, path.text, path.grade, path.basis, path.confidence, path.from ?? '', path.to ?? ''],
      path.steps.flatMap(({ facts }) => facts).join(' '),
    ]);
  });
  return `\uFEFF${[COLUMNS, ...rows].map(csvLine).join('\r\n')}\r\n`;
}
