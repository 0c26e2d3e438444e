import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBinaryTree2 } from '@tabler/icons-react';
import type { WireFinding } from '../../server/wire/verdict.ts';
import { actions } from '../state/view-store.ts';
import { period } from '../words.ts';
import { ConfidenceMark, LevelMark } from './marks.tsx';
import { Section } from './section.tsx';

interface FindingsBlockProps {
  readonly findings: readonly WireFinding[];
  readonly others: number;
}

/** Findings on a thing, gravest first, each with what it asks and a way to draw its proof. */
export function FindingsBlock({ findings, others }: FindingsBlockProps) {
  return (
    <Section title="Findings" count={findings.length}>
      {findings.length === 0 ? (
        <p className="muted">None on this day. That is no proof that there is nothing to find.</p>
      ) : null}
      <ul className="findings">
        {findings.map((finding) => (
          <FindingItem key={finding.id} finding={finding} />
        ))}
      </ul>
      {others > 0 ? (
        <p className="muted">{others} more on other days; step through them with [ and ].</p>
      ) : null}
    </Section>
  );
}

function FindingItem({ finding }: { readonly finding: WireFinding }) {
  const { id, level, flag, title, text, asks, citation, note, confidence, inForce } = finding;
  return (
    <li className="finding" data-finding={id}>
      <div className="finding-head">
        <LevelMark level={level} />
        <strong>
          {/^RF\d/.test(flag) ? `${flag} ` : ''}
          {title}
        </strong>
        <Tooltip label="Draw the proof">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Draw the proof of ${title}`}
            onClick={() => actions.apply({ do: 'finding', id })}
          >
            <IconBinaryTree2 size={17} />
          </ActionIcon>
        </Tooltip>
      </div>
      <p>{text}</p>
      <p className="asks">{asks}</p>
      <p className="muted small">
        {citation}. {period(finding)}. <ConfidenceMark confidence={confidence} />
        {inForce ? '' : ' Not in force on this day.'} {note}
      </p>
    </li>
  );
}
