import { Button, SegmentedControl, Switch } from '@mantine/core';
import { LIBRARY_KINDS, type LibraryEntry } from '@shared/domain/library/library-entry.schema';
import { IconPlus, IconQuote, IconSearchOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { SearchField } from '@/ui/search-field';
import { Why } from '@/ui/why';
import type { LibraryLine } from '@/workers/assets/asset-types';
import { assetsMessages } from '../assets.messages';
import { libraryMessages } from '../library.messages';
import { EntryLine } from './entry-line';
import classes from './library.module.css';
import { LibraryForm } from './library-form';
import { type LibraryView, useLibrary } from './use-library';

const WHOLE: LibraryView = { kind: 'all', text: '', isArchived: false };
const LINE_PX = 84;

/** Texts that worked, by kind, found again and put to use. */
export function LibraryPart({ partSwitch }: { partSwitch: ReactNode }) {
  const t = useMessages(libraryMessages);
  const assets = useMessages(assetsMessages);
  const format = useFormat();
  const [view, setView] = useState(WHOLE);
  const [form, setForm] = useState<{ entry?: LibraryEntry }>();
  const list = useLibrary(view);
  const total = LIBRARY_KINDS.reduce((sum, kind) => sum + (list?.counts[kind] ?? 0), 0);
  const change = (next: Partial<LibraryView>) => setView((now) => ({ ...now, ...next }));
  const isWhole = view.kind === 'all' && view.text.trim() === '' && !view.isArchived;
  const isEmpty = list !== undefined && list.lines.length === 0;
  const addButton = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      data-testid="library-add"
      onClick={() => setForm({})}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page
      testId="page-calendar-assets"
      title={assets('title')}
      subtitle={
        list && (
          <>
            {t('subtitle', { count: total })} <Why word={t('why')}>{t('usedHow')}</Why>
          </>
        )
      }
      actions={
        <>
          {partSwitch}
          {addButton}
        </>
      }
      filters={
        <>
          <SearchField
            testId="library-search"
            widthPx={220}
            label={t('search')}
            clearLabel={t('clearFilters')}
            value={view.text}
            onChange={(text) => change({ text })}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('kind')}
            data={[
              { value: 'all', label: t('all', { n: format.count(total) }) },
              ...LIBRARY_KINDS.map((kind) => ({
                value: kind,
                label: `${t(`kind.${kind}`)} ${format.count(list?.counts[kind] ?? 0)}`,
              })),
            ]}
            value={view.kind}
            onChange={(value) =>
              change({ kind: LIBRARY_KINDS.find((kind) => kind === value) ?? 'all' })
            }
          />
          <Switch
            size="xs"
            label={t('archived')}
            checked={view.isArchived}
            onChange={(event) => change({ isArchived: event.currentTarget.checked })}
          />
        </>
      }
      ready={list !== undefined}
      fill
    >
      {isEmpty && (
        <EmptyState
          icon={isWhole ? IconQuote : IconSearchOff}
          title={t(isWhole ? 'emptyTitle' : 'nothingFits')}
          text={t(isWhole ? 'emptyText' : 'nothingFitsText')}
          action={
            isWhole ? (
              addButton
            ) : (
              <Button variant="default" onClick={() => setView(WHOLE)}>
                {t('clearFilters')}
              </Button>
            )
          }
        />
      )}
      {list && !isEmpty && <EntryList lines={list.lines} onEdit={(entry) => setForm({ entry })} />}
      {form && (
        <LibraryForm
          key={form.entry?.id ?? 'new'}
          entry={form.entry}
          startKind={view.kind === 'all' ? 'title' : view.kind}
          onClose={() => setForm(undefined)}
        />
      )}
    </Page>
  );
}

type EntryListProps = {
  lines: readonly LibraryLine[];
  onEdit: (entry: LibraryEntry) => void;
};

function EntryList({ lines, onEdit }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 6,
    initialRect: { width: 1000, height: 560 },
  });
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const line = lines[index];
          return (
            line && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.place}
                style={{ transform: `translateY(${start}px)` }}
              >
                <EntryLine line={line} onEdit={() => onEdit(line)} />
              </div>
            )
          );
        })}
      </ul>
    </div>
  );
}
