import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { LexiconWord } from '@shared/domain/compliance/lexicon-word.schema';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { addWord, editWord } from '../compliance.commands';
import { checkPageMessages } from './check-page.messages';
import { WordChoice, type WordUse } from './word-choice';

const LONGEST = { text: 60, reason: 300, rewrite: 200 } as const;

/** One of the team's own words, new or known. */
export function WordDialog(props: { word: LexiconWord | undefined; onClose: () => void }) {
  const { word, onClose } = props;
  const t = useMessages(checkPageMessages);
  const [text, setText] = useState(word?.text ?? '');
  const [reason, setReason] = useState(word?.reason ?? '');
  const [rewrite, setRewrite] = useState(word?.rewrite ?? '');
  const [use, setUse] = useState<WordUse>({
    kind: word?.kind ?? 'find',
    risk: word?.risk ?? 'medium',
  });
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const fields = {
      ...use,
      text: text.trim(),
      reason: reason.trim() || undefined,
      rewrite: (use.kind === 'find' && rewrite.trim()) || undefined,
    };
    try {
      if (word) await execute(editWord, { id: word.id, ...fields });
      else await execute(addWord, fields);
      showDone(t('saved', { text: fields.text }), { undo: true });
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('wordTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            data-testid="word-text"
            label={t('word')}
            maxLength={LONGEST.text}
            value={text}
            error={problem}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          <WordChoice value={use} onChange={setUse} />
          <TextInput
            label={t('reason')}
            maxLength={LONGEST.reason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {use.kind === 'find' && (
            <TextInput
              label={t('rewrite')}
              description={t('rewriteHint')}
              maxLength={LONGEST.rewrite}
              value={rewrite}
              onChange={(event) => setRewrite(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="word-save" disabled={text.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
