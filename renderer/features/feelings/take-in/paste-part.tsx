import { Button, FileButton, Group, Select, Textarea } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useNamedThings } from '@/features/segments';
import { feelingsMessages } from '../feelings.messages';
import classes from './take-in.module.css';
import type { TakeIn } from './use-take-in';

/** The box for the text, or a file instead of it. */
export function PastePart({ state, isEmpty }: { state: TakeIn; isEmpty: boolean }) {
  const t = useMessages(feelingsMessages);
  const { text, setText, groupId, setGroupId, readPaste, readFile, isBusy } = state;
  const { groups } = useNamedThings();
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        void readPaste();
      }}
    >
      <p>{t('pasteText')}</p>
      <Textarea
        data-testid="feelings-text"
        data-autofocus
        aria-label={t('pasteLabel')}
        placeholder={t('sampleText')}
        autosize
        minRows={10}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isEmpty && (
        <p role="alert" className={classes.problem}>
          {t('nothing')}
        </p>
      )}
      {groups.length > 0 && (
        <Select
          data-testid="feelings-group"
          label={t('group')}
          placeholder={t('noGroup')}
          clearable
          value={groupId}
          onChange={setGroupId}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Group justify="space-between">
        <Group gap={8}>
          <Button variant="subtle" disabled={text !== ''} onClick={() => setText(t('sampleText'))}>
            {t('sample')}
          </Button>
          <FileButton
            accept=".txt,.csv,.tsv,.xlsx,.xls,.log,.md"
            inputProps={{ 'data-testid': 'feelings-file' } as object}
            onChange={(file) => file && void readFile(file)}
          >
            {(props) => (
              <Button {...props} variant="default">
                {t('chooseFile')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Button
          type="submit"
          data-testid="feelings-preview"
          loading={isBusy}
          disabled={text.trim() === ''}
        >
          {t('preview')}
        </Button>
      </Group>
    </form>
  );
}
