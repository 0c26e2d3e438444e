import { ActionIcon, Alert, Group, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { WireRegime } from '../../server/wire/overview.ts';
import { useOverview } from '../api/queries.ts';
import { isCalendarDay } from '../state/view.ts';
import { actions, today, useView } from '../state/view-store.ts';
import { day } from '../words.ts';

/** What the address asked for when the page was opened. */
const LINKED_DAY = new URLSearchParams(window.location.search).get('asOf') ?? '';

/** The day of the question. Everything on the page is as of it. */
export function AsOf() {
  const asOf = useView((view) => view.asOf);
  const [isWarned, setWarned] = useState(LINKED_DAY !== '' && !isCalendarDay(LINKED_DAY));
  const { data } = useOverview(asOf);
  return (
    <Group gap={4} wrap="nowrap" className="as-of">
      {isWarned ? (
        <Alert
          color="yellow"
          className="day-warning"
          role="alert"
          withCloseButton
          closeButtonLabel="Close this note"
          onClose={() => setWarned(false)}
        >
          The link asks for “{LINKED_DAY.slice(0, 20)}”, which is no day of the calendar. You see {day(asOf)}.
        </Alert>
      ) : null}
      <label htmlFor="as-of">as of</label>
      <DayInput key={asOf} value={asOf} />
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Tooltip label="Days worth comparing">
            <ActionIcon variant="subtle" color="gray" aria-label="Days worth comparing">
              <IconCalendarEvent size={18} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <CalendarItem value={asOf} />
          <Menu.Item onClick={() => actions.setAsOf(today())}>Today, {day(today())}</Menu.Item>
          {data?.regimes
            .filter(({ id }) => id === 'bis-affiliates')
            .flatMap(turns)
            .map(({ date, words }) => (
              <Menu.Item key={date} onClick={() => actions.setAsOf(date)}>
                {day(date)}: {words}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

/** A day as `YYYY-MM-DD`, which reads the same in every country. Taken over when it is a day of the calendar. */
function DayInput({ value }: { readonly value: string }) {
  const [text, setText] = useState(value);
  const isDay = isCalendarDay(text);
  return (
    <TextInput
      id="as-of"
      size="sm"
      inputMode="numeric"
      placeholder="YYYY-MM-DD"
      maxLength={10}
      value={text}
      error={!isDay && text.length === 10}
      aria-invalid={!isDay}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => (isDay ? actions.setAsOf(text) : setText(value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isDay) actions.setAsOf(text);
      }}
    />
  );
}

/** Opens the calendar of the browser. */
function CalendarItem({ value }: { readonly value: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="date"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={(event) => event.currentTarget.value !== '' && actions.setAsOf(event.currentTarget.value)}
      />
      <Menu.Item closeMenuOnClick={false} onClick={() => input.current?.showPicker()}>
        Choose from a calendar …
      </Menu.Item>
    </>
  );
}

/** The days on which a regime came into force and went out of it, and the days before. */
function turns({ title, intervals }: WireRegime): { date: string; words: string }[] {
  return intervals.flatMap(({ from, to, confirmed }) => [
    ...(from
      ? [
          { date: before(from), words: `the day before ${title}` },
          { date: from, words: `${title} in force${confirmed ? '' : ' (unconfirmed)'}` },
        ]
      : []),
    ...(to ? [{ date: to, words: `${title} suspended` }] : []),
  ]);
}

function before(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
