import { Select } from '@mantine/core';
import type { RefObject } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { SearchField } from '@/ui/search-field';
import {
  REPLY_STATES,
  type ReplyBook,
  type ReplyListQuestion,
} from '@/workers/replies/reply-types';
import { readReplySurroundings } from '../copy/reply-facts.queries';
import { repliesMessages } from '../replies.messages';
import { changeLibrary } from './library-view';

type ReplyFiltersProps = {
  view: ReplyListQuestion;
  book: ReplyBook | undefined;
  searchRef: RefObject<HTMLInputElement | null>;
  onDown: () => void;
};

/** What is looked for, and among which entries. */
export function ReplyFilters({ view, book, searchRef, onDown }: ReplyFiltersProps) {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  const groups = useLive(readReplySurroundings, [])?.groups ?? [];
  const { text, state, category, groupId } = view;
  return (
    <>
      <SearchField
        ref={searchRef}
        testId="reply-search"
        widthPx={360}
        label={t('searchLabel')}
        placeholder={t('search')}
        clearLabel={t('clear')}
        value={text}
        onChange={(text) => changeLibrary({ text })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
        }}
      />
      <Select
        size="xs"
        w={140}
        data-testid="reply-state"
        aria-label={t('state')}
        allowDeselect={false}
        data={REPLY_STATES.map((value) => ({
          value,
          label: `${t(`state.${value}`)} ${book ? format.count(book[value]) : ''}`,
        }))}
        value={state}
        onChange={(value) =>
          changeLibrary({ state: REPLY_STATES.find((it) => it === value) ?? 'live' })
        }
      />
      {book && book.categories.length > 0 && (
        <Select
          size="xs"
          w={150}
          aria-label={t('category')}
          placeholder={t('anyCategory')}
          clearable
          data={book.categories.map(({ name, n }) => ({
            value: name,
            label: `${name} ${format.count(n)}`,
          }))}
          value={category ?? null}
          onChange={(value) => changeLibrary({ category: value ?? undefined })}
        />
      )}
      {groups.length > 0 && (
        <Select
          size="xs"
          w={170}
          data-testid="reply-group"
          aria-label={t('group')}
          placeholder={t('anyGroup')}
          clearable
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={groupId ?? null}
          onChange={(value) => changeLibrary({ groupId: value ?? undefined })}
        />
      )}
    </>
  );
}
