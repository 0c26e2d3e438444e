import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBinaryTree2 } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { GradeInfo, WireComplexPath, WireMembership } from '../../server/wire/complexes.ts';
import { usePartyComplexes } from '../api/complex-queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { period } from '../words.ts';
import { BASIS_WORDS, GradeMark } from './grade-mark.tsx';
import { ConfidenceMark } from './marks.tsx';
import { Failure, Loading } from './states.tsx';

/** What a party is to complexes such as Huawei's. Asked for when it is unfolded: it walks over all that is loaded. */
export function ComplexTies({ party }: { readonly party: string }) {
  const heading = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="section"
      id="complexes"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3 id={heading}>Ties to a complex, such as Huawei’s</h3>
      </summary>
      <div className="section-body">{isOpen ? <Memberships party={party} /> : null}</div>
    </details>
  );
}

function Memberships({ party }: { readonly party: string }) {
  const asOf = useView((view) => view.asOf);
  const { data, error } = usePartyComplexes(party, asOf, true);
  if (error) return <Failure error={error} />;
  if (!data) return <Loading what="ties to complexes" />;
  if (data.complexes.length === 0)
    return (
      <p className="muted">Nothing recorded ties it to a complex. That is no proof that there is nothing.</p>
    );
  return data.complexes.map((membership) => (
    <Membership key={membership.id} membership={membership} grades={data.grades} />
  ));
}

interface MembershipProps {
  readonly membership: WireMembership;
  readonly grades: readonly GradeInfo[];
}

function Membership({ membership, grades }: MembershipProps) {
  const { title, grade, sentence, periods, paths, complete, isAnchor } = membership;
  return (
    <div className="membership" data-complex={membership.id}>
      <h4>
        {title} {grade ? <GradeMark grade={grade} title={titleOf(grades, grade)} /> : 'not on this day'}
      </h4>
      <p>{sentence}</p>
      {isAnchor ? null : (
        <p className="muted small">
          {periods.map((each) => `${titleOf(grades, each.grade)}, ${period(each)}`).join('; ')}
        </p>
      )}
      <ol className="paths">
        {paths.map((path) => (
          <PathItem key={keyOf(path)} path={path} grades={grades} />
        ))}
      </ol>
      {complete ? null : <p className="muted">There are still more paths; none of them is stronger.</p>}
    </div>
  );
}

function PathItem({
  path,
  grades,
}: {
  readonly path: WireComplexPath;
  readonly grades: readonly GradeInfo[];
}) {
  const { grade, basis, text, things, active, confidence, steps } = path;
  return (
    <li className={`complex-path ${active ? '' : 'is-ended'}`}>
      <div className="finding-head">
        <span>
          <GradeMark grade={grade} title={titleOf(grades, grade)} /> {BASIS_WORDS[basis]}
        </span>
        <Tooltip label="Draw this path">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Draw the path: ${text}`}
            onClick={() => actions.apply({ do: 'add', ids: things })}
          >
            <IconBinaryTree2 size={17} />
          </ActionIcon>
        </Tooltip>
      </div>
      <p>{text}</p>
      <ul className="small muted">
        {steps.map((step) => (
          <li key={step.facts.join()}>
            {steps.length > 1 ? `${step.tie} ${step.bName}: ` : ''}
            {step.reason} <ConfidenceMark confidence={step.confidence} />, {period(step)}.
          </li>
        ))}
      </ul>
      <p className="small muted">
        {active ? '' : 'Not on this day. '}
        {steps.length > 1 ? (
          <>
            As a whole: <ConfidenceMark confidence={confidence} />, {period(path)}.
          </>
        ) : null}
      </p>
    </li>
  );
}

function titleOf(grades: readonly GradeInfo[], grade: string): string {
  return grades.find(({ id }) => id === grade)?.title ?? grade;
}

function keyOf({ steps, from, to }: WireComplexPath): string {
  return [from, to, ...steps.flatMap(({ b, facts }) => [b, ...facts])].join('|');
}
