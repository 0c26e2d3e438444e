import { Link, useLocation } from 'react-router';
import type { ComplexSummary, GradeInfo } from '../../server/wire/complexes.ts';
import { useComplexes } from '../api/complex-queries.ts';
import { useView } from '../state/view-store.ts';

/** The complexes on the first screen: how many are tied to each, by grade, each count a link to its list. */
export function ComplexLines() {
  const asOf = useView((view) => view.asOf);
  const { data } = useComplexes(asOf);
  if (!data || data.complexes.length === 0) return null;
  return (
    <ul className="complex-lines" aria-label="Complexes">
      {data.complexes.map((complex) => (
        <Line key={complex.id} complex={complex} grades={data.grades} />
      ))}
    </ul>
  );
}

function Line({
  complex,
  grades,
}: {
  readonly complex: ComplexSummary;
  readonly grades: readonly GradeInfo[];
}) {
  const { search } = useLocation();
  const pathname = `/complexes/${encodeURIComponent(complex.id)}`;
  return (
    <li>
      <Link to={{ pathname, search }}>{complex.title}</Link>: {complex.total} parties.{' '}
      {complex.counts
        .filter(({ count }) => count > 0)
        .map(({ grade, count }, at) => (
          <span key={grade}>
            {at === 0 ? '' : ', '}
            <Link to={{ pathname: `${pathname}/${grade}`, search }}>
              {grades.find(({ id }) => id === grade)?.title ?? grade} {count}
            </Link>
          </span>
        ))}
    </li>
  );
}
