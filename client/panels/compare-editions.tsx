import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { EditionsReply } from '../../server/wire/editions.ts';
import { day } from '../words.ts';
import { type ListTitle, useListTitle } from './titles.ts';

type Edition = EditionsReply['editions'][number];

interface Props {
  readonly editions: readonly Edition[];
  /** Beginnings of the sha256 of what is compared now. */
  readonly chosen: { readonly before: string | undefined; readonly after: string | undefined };
}

/** As many signs of a sha256 as stand in an address. */
const SIGNS = 16;

const keyOf = ({ sha256 }: Edition): string => sha256.slice(0, SIGNS);
const named = ({ date, lists, file }: Edition, titleOf: ListTitle): string =>
  `${day(date)}: ${lists.map(({ series }) => titleOf(series)).join(', ')} (${file})`;

/** Choosing any two loaded editions of a list to be compared. Nothing is asked where no list has two. */
export function CompareEditions({ editions, chosen }: Props) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const titleOf = useListTitle();
  const [after, setAfter] = useState(chosen.after ?? '');
  const [before, setBefore] = useState(chosen.before ?? '');
  const comparable = editions.filter((each) => partnersOf(each, editions).length > 0);
  if (comparable.length === 0) return null;
  const later = comparable.find((each) => keyOf(each) === after) ?? comparable[0];
  const partners = later === undefined ? [] : partnersOf(later, editions);
  const former = partners.find((each) => keyOf(each) === before) ?? next(later, partners);
  const compare = (): void => {
    if (later && former) void navigate({ pathname: `/changes/${keyOf(former)}/${keyOf(later)}`, search });
  };
  const options = (all: readonly Edition[]) =>
    all.map((each) => ({ value: keyOf(each), label: named(each, titleOf) }));
  return (
    <Group gap="sm" align="end" className="compare-editions">
      <NativeSelect
        size="xs"
        label="Compare"
        value={former === undefined ? '' : keyOf(former)}
        onChange={(event) => setBefore(event.currentTarget.value)}
        data={options(partners)}
      />
      <NativeSelect
        size="xs"
        label="with"
        value={later === undefined ? '' : keyOf(later)}
        onChange={(event) => setAfter(event.currentTarget.value)}
        data={options(comparable)}
      />
      <Button size="compact-sm" onClick={compare}>
        Compare
      </Button>
      {chosen.before === undefined ? null : (
        <Link className="page-link" to={{ pathname: '/changes', search }}>
          Back to the last load
        </Link>
      )}
    </Group>
  );
}

/** Other editions that have a list in common with one, the newest first. */
function partnersOf(edition: Edition, editions: readonly Edition[]): Edition[] {
  const series = new Set(edition.lists.map((each) => each.series));
  return editions.filter((each) => each !== edition && each.lists.some((list) => series.has(list.series)));
}

/** The newest one before it, else any. */
function next(edition: Edition | undefined, partners: readonly Edition[]): Edition | undefined {
  return partners.find(({ date }) => edition !== undefined && date < edition.date) ?? partners[0];
}
