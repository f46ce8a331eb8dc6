import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { showProblem } from '../feedback';
import { currentLanguage } from '../i18n/i18n';
import { useMessages } from '../i18n/messages';
import { useFormat } from '../use-format';
import { type SearchHit, searchAreas, searchMembers } from './search';
import { searchMessages } from './search.messages';
import { closeSearch, useIsSearchOpen } from './search-state';

const [store, panel] = createSpotlight();
const KINDS = ['member', 'area'] as const;

/** Pages are known at once; members follow when the data worker has answered. */
function useHits(text: string, isOpen: boolean): SearchHit[] {
  const format = useFormat();
  const [members, setMembers] = useState<SearchHit[]>([]);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    searchMembers(text, format)
      .then((found) => isCurrent && setMembers(found))
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [text, isOpen, format]);
  const language = currentLanguage();
  return useMemo(() => [...members, ...searchAreas(text, language)], [members, text, language]);
}

/** The panel marks its first line when one types, which is before the hits are there. */
function markFirstLine(): void {
  const lines = document.querySelectorAll('[data-testid=search-hit]');
  for (const [index, line] of lines.entries()) line.toggleAttribute('data-selected', index === 0);
  store.updateState((state) => ({ ...state, selected: lines.length > 0 ? 0 : -1 }));
}

/** Ctrl/Cmd+K: one field for people and pages. */
export function SearchPanel() {
  const t = useMessages(searchMessages);
  const [, navigate] = useLocation();
  const isOpen = useIsSearchOpen();
  const [text, setText] = useState('');
  const hits = useHits(text, isOpen);
  useEffect(() => (isOpen ? panel.open() : panel.close()), [isOpen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines on screen follow the hits
  useEffect(markFirstLine, [hits]);

  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={closeSearch}
      scrollable
      maxHeight={420}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search
        data-testid="search"
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={18} stroke={1.75} />}
      />
      <Spotlight.ActionsList>
        {KINDS.map((kind) => {
          const ofKind = hits.filter((hit) => hit.kind === kind);
          return ofKind.length === 0 ? null : (
            <Spotlight.ActionsGroup key={kind} label={t(kind)}>
              {ofKind.map((hit) => (
                <Spotlight.Action
                  key={hit.id}
                  data-testid="search-hit"
                  label={hit.label}
                  description={hit.detail}
                  onClick={() => navigate(hit.to)}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {hits.length === 0 && text !== '' && (
          <Spotlight.Empty>{t('nothing', { text })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
