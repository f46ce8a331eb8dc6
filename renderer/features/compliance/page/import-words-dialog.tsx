import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { LexiconWord } from '@shared/domain/compliance/lexicon-word.schema';
import { takeWords } from '@shared/domain/compliance/taking-words.rules';
import { useMemo, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { importWords } from '../compliance.commands';
import { checkPageMessages } from './check-page.messages';
import { WordChoice, type WordUse } from './word-choice';

type ImportWordsDialogProps = { words: readonly LexiconWord[]; onClose: () => void };

/** A pasted list becomes words, after it was said how many are new. */
export function ImportWordsDialog({ words, onClose }: ImportWordsDialogProps) {
  const t = useMessages(checkPageMessages);
  const format = useFormat();
  const [pasted, setPasted] = useState('');
  const [use, setUse] = useState<WordUse>({ kind: 'find', risk: 'medium' });
  const [problem, setProblem] = useState<string>();
  const taken = useMemo(
    () =>
      takeWords(
        pasted,
        use,
        words.map(({ text }) => text),
      ),
    [pasted, use, words],
  );
  const n = taken.words.length;
  const save = async () => {
    try {
      const { added } = await execute(importWords, { words: taken.words });
      showDone(t('imported', { n: format.count(added) }), { undo: true });
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('importTitle')}>
      <Stack gap="sm">
        <Textarea
          data-autofocus
          data-testid="word-list"
          label={t('importLabel')}
          description={t('importText')}
          autosize
          minRows={6}
          maxRows={14}
          value={pasted}
          error={problem}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <WordChoice value={use} onChange={setUse} />
        <Text size="sm" c="dimmed">
          {t('importCount', {
            n: format.count(n),
            repeated: format.count(taken.repeated),
            refused: format.count(taken.refused.length),
          })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button data-testid="word-import-do" disabled={n === 0} onClick={() => void save()}>
            {t('importDo', { n: format.count(n) })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
