import {
  ActionIcon,
  Anchor,
  Group,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconHelp, IconMoon, IconSun } from '@tabler/icons-react';
import { NavLink, useLocation } from 'react-router';
import { useOverview } from '../api/queries.ts';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions, useView } from '../state/view-store.ts';
import { AsOf } from './as-of.tsx';
import { STALE_AFTER } from './lists-age.tsx';
import { SearchBox } from './search-box.tsx';

/** Name, pages, the one search box, the day of the question, how old the lists are. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const { search } = useLocation();
  const showCanvas = useShowCanvas();
  const home = (): void => {
    actions.clear();
    showCanvas();
  };
  return (
    <header className="header">
      <button type="button" className="brand" onClick={home}>
        <img src="/icon.svg" alt="" width={22} height={22} />
        <span className="brand-name">Interlock</span>
      </button>
      <nav aria-label="Pages">
        <Group gap={2} wrap="nowrap">
          <NavLink to={{ pathname: '/', search }} end className="page-link">
            Explore
          </NavLink>
          <NavLink to={{ pathname: '/complexes', search }} className="page-link">
            Complexes
          </NavLink>
          <NavLink to={{ pathname: '/changes', search }} className="page-link">
            Changes
          </NavLink>
          <NavLink to={{ pathname: '/same-party', search }} className="page-link">
            Same party?
          </NavLink>
          <NavLink to={{ pathname: '/rules', search }} className="page-link">
            Rules
          </NavLink>
          <NavLink to={{ pathname: '/cypher', search }} className="page-link">
            Cypher
          </NavLink>
          <Anchor href="/api/docs" className="page-link" underline="never">
            API
          </Anchor>
        </Group>
      </nav>
      <SearchBox />
      <AsOf />
      <ListsAge />
      <ThemeSwitch />
      <Tooltip label="Keys and words (?)">
        <ActionIcon variant="subtle" color="gray" onClick={onHelp} aria-label="Help">
          <IconHelp size={20} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function ListsAge() {
  const asOf = useView((view) => view.asOf);
  const { data } = useOverview(asOf);
  if (!data || data.editions.length === 0) return null;
  const oldest = Math.max(...data.editions.map(({ ageDays }) => ageDays));
  const words = `lists: ${oldest} d`;
  const editions = data.editions
    .map(({ title, date, ageDays }) => `${title}: edition of ${date}, ${ageDays} days old`)
    .join('\n');
  const isStale = oldest > STALE_AFTER;
  return (
    <Tooltip label={editions} multiline className="lines">
      <button
        type="button"
        className={`lists-age ${isStale ? 'is-stale' : ''}`}
        aria-label={`${words}. ${editions}`}
      >
        {isStale ? <span aria-hidden="true">⚠ </span> : null}
        {words}
      </button>
    </Tooltip>
  );
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? 'Light' : 'Dark';
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <IconSun size={20} /> : <IconMoon size={20} />}
      </ActionIcon>
    </Tooltip>
  );
}
