import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { scriptMessages } from './script.messages';
import classes from './scripts.module.css';

type ScriptEditorProps = {
  text: string;
  onSave: (text: string) => Promise<unknown>;
  onClose: () => void;
};

/** The wording for this run alone; the flow that it was copied from stays as it is. */
export function ScriptEditor({ text, onSave, onClose }: ScriptEditorProps) {
  const t = useMessages(scriptMessages);
  const [draft, setDraft] = useState(text);
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    try {
      if (draft.trim() !== text) await onSave(draft.trim());
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <div className={classes.editor}>
      <Textarea
        size="sm"
        autosize
        autoFocus
        minRows={3}
        maxRows={14}
        maxLength={5000}
        aria-label={t('wording')}
        description={t('editHint')}
        value={draft}
        error={problem}
        onChange={(event) => {
          setProblem(undefined);
          setDraft(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="compact-sm"
          data-testid="script-save"
          disabled={draft.trim() === ''}
          onClick={() => void save()}
        >
          {t('saveForRun')}
        </Button>
      </Group>
    </div>
  );
}
