import {
  Autocomplete,
  Button,
  Group,
  Modal,
  MultiSelect,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { Reply } from '@shared/domain/replies/reply.schema';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { useReturnFocus } from '@/ui/use-return-focus';
import { readReplySurroundings } from '../copy/reply-facts.queries';
import { repliesMessages } from '../replies.messages';
import classes from './library.module.css';
import { useReplyBook } from './use-library';
import { type ReplyStart, useReplyForm, WORD_BREAKS } from './use-reply-form';

type ReplyFormProps = {
  /** Absent for a new entry. */
  entry?: Reply | undefined;
  start?: ReplyStart;
  onClose: () => void;
  onSaved?: (saved: { id: string; keyword: string; answer: string }) => void;
};

/** An entry to write: keyword, how else it is asked, the answer, where it holds. */
export function ReplyForm({ entry, start = {}, onClose, onSaved }: ReplyFormProps) {
  useReturnFocus();
  const t = useMessages(repliesMessages);
  const groups = useLive(readReplySurroundings, [])?.groups ?? [];
  const book = useReplyBook();
  const { draft, change, isTried, problem, save } = useReplyForm(entry, start, (saved) => {
    onClose();
    onSaved?.(saved);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(entry ? 'editTitle' : 'addTitle')}
      size={620}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      data-testid="reply-form"
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          data-testid="reply-keyword"
          data-autofocus
          label={t('keyword')}
          placeholder={t('keywordPlaceholder')}
          maxLength={60}
          value={draft.keyword}
          error={isTried && draft.keyword.trim() === '' && t('keywordMissing')}
          onChange={(event) => change({ keyword: event.currentTarget.value })}
        />
        <TagsInput
          data-testid="reply-synonyms"
          label={t('synonyms')}
          description={t('synonymsHint')}
          maxTags={30}
          splitChars={WORD_BREAKS}
          acceptValueOnBlur
          value={draft.synonyms}
          onChange={(synonyms) => change({ synonyms })}
        />
        <Textarea
          data-testid="reply-answer"
          label={t('answer')}
          description={t('answerHint')}
          autosize
          minRows={4}
          maxRows={12}
          maxLength={4000}
          value={draft.answer}
          error={isTried && draft.answer.trim() === '' && t('answerMissing')}
          onChange={(event) => change({ answer: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <Autocomplete
            label={t('category')}
            maxLength={40}
            data={(book?.categories ?? []).map(({ name }) => name)}
            value={draft.category}
            onChange={(category) => change({ category })}
          />
          <MultiSelect
            label={t('scope')}
            placeholder={draft.groupIds.length === 0 ? t('allGroups') : ''}
            searchable
            clearable
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.groupIds}
            onChange={(groupIds) => change({ groupIds })}
          />
        </Group>
        <p className={classes.quiet}>{t('scopeHint')}</p>
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="reply-save">
            {t('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
