import { Button } from '@mantine/core';
import type { Judgement } from '../../server/wire/judging.ts';
import { pairKey } from '../api/use-judge.ts';
import { day } from '../words.ts';
import { VERDICT_WORDS } from './judge-words.ts';

interface RowsProps {
  readonly judgements: readonly Judgement[];
  /** Keys of pairs whose judgement is being taken back. */
  readonly leaving: ReadonlySet<string>;
  readonly onUndo: (judgement: Judgement) => void;
}

/** What persons said, one judgement a row, each with its undo. */
export function JudgementRows({ judgements, leaving, onUndo }: RowsProps) {
  return (
    <div className="change-table">
      <table>
        <caption className="visually-hidden">Judgements</caption>
        <thead>
          <tr>
            <th scope="col">Said</th>
            <th scope="col">Of</th>
            <th scope="col">By</th>
            <th scope="col">On</th>
            <th scope="col">Why</th>
            <th scope="col">
              <span className="visually-hidden">Undo</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {judgements.map((each) => (
            <tr key={pairKey(each)} data-verdict={each.verdict}>
              <td className="judge-verdict">{VERDICT_WORDS[each.verdict]}</td>
              <th scope="row">
                <Side name={each.names[0]} id={each.a} />
                <Side name={each.names[1]} id={each.b} />
                {each.isInForce ? null : <span>Waits: one of the two is not loaded.</span>}
              </th>
              <td>{each.by}</td>
              <td className="judge-day">{day(each.on)}</td>
              <td className="judge-why">{each.why}</td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={leaving.has(pairKey(each))}
                  aria-label={`Undo: ${each.names.join(' and ')}`}
                  onClick={() => onUndo(each)}
                >
                  {leaving.has(pairKey(each)) ? 'Taking back …' : 'Undo'}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Side({ name, id }: { readonly name: string; readonly id: string }) {
  return (
    <span className="judge-side">
      {name} {name === id ? null : <code className="muted">{id}</code>}
    </span>
  );
}
