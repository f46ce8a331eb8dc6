import { Button, Group } from '@mantine/core';
import { IconFileImport, IconMessageQuestion, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { ExportButton } from '@/features/export';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import type { ReplyLine } from '@/workers/replies/reply-types';
import { CopyReply } from '../copy/copy-reply';
import { repliesMessages } from '../replies.messages';
import { RepliesSwitch } from '../replies-switch';
import { StartersButton } from '../take-in/starters-button';
import { TakeInDialog } from '../take-in/take-in-dialog';
import { changeLibrary, clearLibrary, isWholeLibrary, useLibraryView } from './library-view';
import { ReplyFilters } from './reply-filters';
import { ReplyForm } from './reply-form';
import { ReplyPanel } from './reply-panel';
import { ReplyTable } from './reply-table';
import { useLibrary, useReplyBook, useReplyLine } from './use-library';
import type { ReplyStart } from './use-reply-form';

const QUICK_KEY = navigator.userAgent.includes('Mac') ? '⌘ J' : 'Ctrl J';

/** The keyword library: looked through, copied from, added to, taken in and out. */
export function LibraryPage() {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  const view = useLibraryView();
  const list = useLibrary(view);
  const book = useReplyBook();
  const [openId, setOpenId] = useState<string>();
  const open = useReplyLine(openId);
  const [form, setForm] = useState<{ entry?: ReplyLine; start?: ReplyStart }>();
  const [copied, setCopied] = useState<ReplyLine>();
  const [isTaking, setTaking] = useState(false);
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const searchRef = useRef<HTMLInputElement | null>(null);
  // The dictionary of pinyin is there before the first key.
  useEffect(() => void dataWorker().replies.warm(), []);
  const focusTable = useCallback(
    () => scrollRef.current?.querySelector('table')?.focus({ preventScroll: true }),
    [],
  );
  const closePanel = useCallback(() => {
    setOpenId(undefined);
    focusTable();
  }, [focusTable]);
  const endCopy = useCallback(() => setCopied(undefined), []);
  const isEmpty = book !== undefined && book.live + book.archived === 0;
  const isNothing = list.total === 0;
  const typed = view.text.trim();
  const copyFor = useCopyFor(view.groupId);

  const add = (
    <Button
      data-testid="reply-add"
      leftSection={<IconPlus size={16} stroke={2} />}
      onClick={() => setForm({})}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page
      testId="page-groups-replies"
      title={t('title')}
      subtitle={
        book &&
        (isEmpty
          ? t('subtitleEmpty')
          : t('subtitle', {
              live: format.count(book.live),
              uses: format.count(book.uses),
              unused: format.count(book.unused),
              key: QUICK_KEY,
            }))
      }
      actions={
        <>
          <RepliesSwitch open="library" />
          {!isEmpty && <ExportButton list="replies" />}
          <Button
            variant="default"
            data-testid="reply-take-in"
            leftSection={<IconFileImport size={16} stroke={1.75} />}
            onClick={() => setTaking(true)}
          >
            {t('takeIn')}
          </Button>
          {!isEmpty && add}
        </>
      }
      filters={
        isEmpty ? undefined : (
          <ReplyFilters view={view} book={book} searchRef={searchRef} onDown={focusTable} />
        )
      }
      ready={book !== undefined && list.total !== undefined}
      fill
    >
      {isEmpty && (
        <EmptyState
          icon={IconMessageQuestion}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Group gap={8} justify="center">
              <StartersButton />
              {add}
            </Group>
          }
        />
      )}
      {!isEmpty && isNothing && (
        <EmptyState
          icon={IconSearchOff}
          title={t('nothingFits')}
          text=""
          action={
            <Group gap={8} justify="center">
              {typed !== '' && (
                <Button
                  data-testid="reply-make"
                  onClick={() => setForm({ start: { keyword: typed.slice(0, 60) } })}
                >
                  {t('makeOne', { text: typed.slice(0, 20) })}
                </Button>
              )}
              {!isWholeLibrary(view) && (
                <Button variant="default" onClick={clearLibrary}>
                  {t('clear')}
                </Button>
              )}
            </Group>
          }
        />
      )}
      {!isEmpty && !isNothing && (
        <ReplyTable
          list={list}
          openId={openId}
          onOpen={(line) => setOpenId(line.id)}
          onCopy={setCopied}
          scrollRef={scrollRef}
        />
      )}
      {open && (
        <ReplyPanel
          key={open.id}
          line={open}
          onCopy={() => setCopied(open)}
          onEdit={() => setForm({ entry: open })}
          onClose={closePanel}
        />
      )}
      {form && (
        <ReplyForm
          key={form.entry?.id ?? 'new'}
          entry={form.entry}
          start={form.start ?? (view.groupId ? { groupIds: [view.groupId] } : {})}
          onClose={() => setForm(undefined)}
          onSaved={({ keyword }) => {
            if (form.start) changeLibrary({ text: keyword });
          }}
        />
      )}
      {copied && <CopyReply key={copied.id} reply={copied} copyFor={copyFor} onClose={endCopy} />}
      {isTaking && <TakeInDialog onClose={() => setTaking(false)} />}
    </Page>
  );
}

function useCopyFor(groupId: string | undefined) {
  const [held, setHeld] = useState({ groupId });
  if (held.groupId !== groupId) setHeld({ groupId });
  return held;
}
