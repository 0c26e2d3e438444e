import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { SearchHit } from '../../server/wire/things.ts';
import { useSearch } from '../api/queries.ts';
import { flagBadges } from '../canvas/look.ts';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions, useView } from '../state/view-store.ts';
import { kindWord } from '../words.ts';
import { CodeMark, OutcomeMark } from './marks.tsx';

const WAIT_MS = 150;

/** One box for a party or a facility: any script, typing errors, an LEI. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, WAIT_MS);
  const asOf = useView((view) => view.asOf);
  const { data, isFetching, error } = useSearch(asked, asOf);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const showCanvas = useShowCanvas();
  const open = (value: string): void => {
    actions.start(value);
    showCanvas();
    document.getElementById('search')?.blur();
    setText('');
    box.closeDropdown();
  };
  const hits = asked.trim() === '' ? [] : (data?.hits ?? []);
  return (
    <Combobox store={box} onOptionSubmit={open} shadow="md" position="bottom-start">
      <Combobox.Target>
        <TextInput
          id="search"
          className="search"
          placeholder="A party, a fab, 华为, an LEI …"
          aria-label="Search parties and facilities"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          rightSection={<kbd className="key">/</kbd>}
          rightSectionPointerEvents="none"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''} className="search-hits">
        <Combobox.Options>
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
          {hits.length === 0 && asked === text && !isFetching ? (
            <Combobox.Empty>
              {error
                ? error.message
                : `Nothing is called “${text}”. Try a part of the name, or another script. A name that is not here is not cleared.`}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What is found, with its marks of the day. Nothing is said where nothing is known: that would read as cleared. */
function Hit({ hit }: { readonly hit: SearchHit }) {
  const isMarked = hit.outcome !== null && hit.outcome !== 'not-captured';
  return (
    <Combobox.Option value={`${hit.type}/${hit.id}`} className="hit">
      <span className="hit-name">
        {hit.name}
        {hit.originalName ? <span lang="zh"> {hit.originalName}</span> : null}
        {hit.matched !== '' && hit.matched !== hit.originalName ? (
          <span className="hit-matched"> also: {hit.matched}</span>
        ) : null}
      </span>
      <span className="hit-marks">
        {isMarked && hit.outcome ? <OutcomeMark outcome={hit.outcome} muted={hit.weak} /> : null}
        {hit.codes.map((code) => (
          <CodeMark key={code} code={code} />
        ))}
        {flagBadges(hit).map((flag) => (
          <CodeMark key={flag} code={`⚑ ${flag}`} />
        ))}
        <span className="muted">
          {hit.type === 'facility' ? 'facility' : kindWord(hit.kind)}
          {hit.country ? `, ${hit.country}` : ''}
        </span>
      </span>
    </Combobox.Option>
  );
}
