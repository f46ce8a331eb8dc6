import { Button, FileButton, Group, Select, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { DayField } from '@/features/group-life';
import { takeLargePaste } from '@/features/replies';
import { chatQuestionsMessages } from '../chat-questions.messages';
import type { GroupChoice } from '../use-questions';
import classes from './paste.module.css';
import type { ChatPaste } from './use-chat-paste';

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** The box for the chat, its group and its day. */
export function PastePart({ state, groups }: { state: ChatPaste; groups: readonly GroupChoice[] }) {
  const t = useMessages(chatQuestionsMessages);
  const { text, setText, groupId, setGroupId, day, setDay, isBusy, isTried } = state;
  const [isOver, setOver] = useState(false);
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        void state.look();
      }}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        void state.readFile(file);
      }}
    >
      <p>{t('paste.text')}</p>
      <Group grow align="flex-start">
        <Select
          data-testid="chat-group"
          label={t('paste.group')}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={groupId ?? null}
          error={
            groups.length === 0
              ? t('paste.noGroups')
              : isTried && groupId === undefined && t('paste.groupMissing')
          }
          onChange={(value) => setGroupId(value ?? undefined)}
        />
        <DayField label={t('paste.day')} testId="chat-day" value={day} onChange={setDay} />
      </Group>
      <Textarea
        data-testid="chat-paste"
        data-autofocus
        className={isOver ? classes.over : ''}
        aria-label={t('paste.label')}
        placeholder={isOver ? t('paste.drop') : t('paste.sample')}
        // Growing with its text would measure thousands of pasted lines at every key.
        rows={12}
        value={text}
        onPaste={(event) => takeLargePaste(event, setText)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Group gap={8}>
          <Button
            variant="subtle"
            disabled={text !== ''}
            onClick={() => setText(t('paste.sample'))}
          >
            {t('paste.useSample')}
          </Button>
          <FileButton
            accept=".txt,.log,.md,.csv"
            inputProps={{ 'data-testid': 'chat-file' } as object}
            onChange={(file) => file && void state.readFile(file)}
          >
            {(props) => (
              <Button {...props} variant="default">
                {t('paste.file')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Button
          type="submit"
          data-testid="chat-look"
          loading={isBusy}
          disabled={text.trim() === '' || day === ''}
        >
          {t('paste.look')}
        </Button>
      </Group>
    </form>
  );
}
