import { Button, Checkbox } from '@mantine/core';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { ComplexReply, GradeInfo, WireComplexMember } from '../../server/wire/complexes.ts';
import { useComplex, useComplexes } from '../api/complex-queries.ts';
import { complexCsv } from '../export/complex-csv.ts';
import { save } from '../export/save.ts';
import { BASIS_WORDS, GradeMark } from '../panels/grade-mark.tsx';
import { ConfidenceMark } from '../panels/marks.tsx';
import { type Column, SortableTable } from '../panels/sortable-table.tsx';
import { Failure, Loading } from '../panels/states.tsx';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions, useView } from '../state/view-store.ts';
import { day, NEVER_ADVICE } from '../words.ts';

/** Who is tied to a complex. The address holds the filter: `/complexes/huawei/strong/unlisted`. */
export default function ComplexesPage() {
  const asOf = useView((view) => view.asOf);
  const { id, grade = 'all', who } = useParams();
  const { search } = useLocation();
  const all = useComplexes(asOf);
  const chosen = id ?? all.data?.complexes[0]?.id ?? '';
  const filter = {
    id: chosen,
    asOf,
    grade: grade === 'all' ? undefined : grade,
    unlisted: who === 'unlisted',
  };
  const { data, error } = useComplex(filter);
  const failed = all.error ?? error;
  if (failed) return <Failure error={failed} />;
  if (all.data?.complexes.length === 0)
    return <p className="state">No party that is loaded is the anchor of a complex.</p>;
  if (!all.data || !data) return <Loading what="the complex" />;
  return (
    <div className="page complex-page">
      <nav aria-label="Complexes" className="complex-names">
        {all.data.complexes.map((complex) => (
          <Link
            key={complex.id}
            to={{ pathname: `/complexes/${complex.id}`, search }}
            aria-current={complex.id === chosen ? 'page' : undefined}
            className="page-link"
          >
            {complex.title}
          </Link>
        ))}
      </nav>
      <h1>
        {data.complex.title} on {day(asOf)}: {data.complex.total} parties
      </h1>
      <p className="muted">
        The grade is that of the strongest single path; weak leads are listed and never added up. Not being
        here is no proof of anything. {NEVER_ADVICE}
      </p>
      <Filter reply={data} grade={grade} unlisted={filter.unlisted} />
      <Members reply={data} />
    </div>
  );
}

interface FilterProps {
  readonly reply: ComplexReply;
  readonly grade: string;
  readonly unlisted: boolean;
}

function Filter({ reply, grade, unlisted }: FilterProps) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const at = (which: string, onlyUnlisted: boolean) => ({
    pathname: `/complexes/${reply.complex.id}/${which}${onlyUnlisted ? '/unlisted' : ''}`,
    search,
  });
  const counts = reply.complex.counts.map((each) => ({
    ...{ id: each.grade, count: unlisted ? each.unlisted : each.count },
    title: titleOf(reply.grades, each.grade),
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="complex-filter">
      <ul aria-label="Grades">
        {[{ id: 'all', title: 'All', count: total }, ...counts].map(({ id, title, count }) => (
          <li key={id}>
            <Link
              to={at(id, unlisted)}
              aria-current={id === grade ? 'true' : undefined}
              className="page-link"
            >
              {title} <span className="count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Checkbox
        label="Unlisted only"
        checked={unlisted}
        onChange={(event) => void navigate(at(grade, event.currentTarget.checked))}
      />
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => save(`interlock-${reply.complex.id}-${reply.asOf}.csv`, complexCsv(reply), 'text/csv')}
      >
        CSV
      </Button>
      <p className="muted">{reply.grades.find(({ id }) => id === grade)?.meaning ?? ''}</p>
    </div>
  );
}

function Members({ reply }: { readonly reply: ComplexReply }) {
  const showCanvas = useShowCanvas();
  const open = (member: WireComplexMember): void => {
    const ids = member.paths[0]?.things ?? [member.id];
    actions.set({ open: `party/${member.id}`, operations: [{ do: 'add', ids }], selected: [member.id] });
    showCanvas();
  };
  const more = reply.total - reply.members.length;
  return (
    <>
      <p role="status" className="muted">
        {reply.total} {reply.total === 1 ? 'party' : 'parties'}
        {more > 0 ? `; the first ${reply.members.length} are shown` : ''}. A name opens its card and draws its
        strongest path.
      </p>
      <div className="complex-table">
        <SortableTable
          caption={`Parties tied to the ${reply.complex.title}`}
          columns={columnsOf(reply.grades)}
          rows={reply.members}
          idOf={({ id }) => id}
          isSelected={() => false}
          onSelect={open}
        />
      </div>
    </>
  );
}

function columnsOf(grades: readonly GradeInfo[]): readonly Column<WireComplexMember>[] {
  const text = (name: string, show: (member: WireComplexMember) => string): Column<WireComplexMember> => ({
    ...{ name, show, sortBy: show },
  });
  const strongest = (member: WireComplexMember): string => member.paths[0]?.text ?? '';
  return [
    text('Name', ({ name, originalName }) => `${name}${originalName ? ` ${originalName}` : ''}`),
    {
      name: 'Grade',
      show: ({ grade }) => <GradeMark grade={grade} title={titleOf(grades, grade)} />,
      sortBy: ({ grade }) => grades.findIndex(({ id }) => id === grade),
    },
    text('Since', ({ from }) => from ?? ''),
    text('Lists', ({ codes }) => codes.join(', ')),
    {
      name: 'Strongest path',
      show: (member) => (member.isAnchor ? 'The complex is named after it.' : <Path member={member} />),
      sortBy: strongest,
    },
    {
      name: 'Paths',
      show: ({ paths, complete }) => `${paths.length}${complete ? '' : ' or more'}`,
      sortBy: ({ paths }) => paths.length,
    },
  ];
}

function Path({ member: { paths } }: { readonly member: WireComplexMember }) {
  const [path] = paths;
  if (!path) return null;
  return (
    <>
      {BASIS_WORDS[path.basis]}: {path.text} <ConfidenceMark confidence={path.confidence} />
    </>
  );
}

function titleOf(grades: readonly GradeInfo[], grade: string): string {
  return grades.find(({ id }) => id === grade)?.title ?? grade;
}
