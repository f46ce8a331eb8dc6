import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { EVERYBODY, type Rule } from '@shared/domain/rules/rule.schema';
import { useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { hasErrors, RuleBuilder, saveSegment, useSegmentCount } from '@/features/segments';
import { useReturnFocus } from '@/ui/use-return-focus';
import { segmentMessages } from './segment.messages';
import { meansEverybody } from './target-preview';

type NewSegmentDialogProps = {
  /** The run's title: what the segment is called until somebody finds a better name. */
  title: string;
  onClose: () => void;
  /** `isChosen`: the people can be taken as they are; everybody, or nobody, is questioned first. */
  onSaved: (saved: { segmentId: string; name: string; isChosen: boolean }) => void;
};

/** A segment built where it is needed, and saved for later runs. */
export function NewSegmentDialog({ title, onClose, onSaved }: NewSegmentDialogProps) {
  useReturnFocus();
  const t = useMessages(segmentMessages);
  const [name, setName] = useState(t('newSegmentName', { title }).slice(0, 100));
  const [rule, setRule] = useState<Rule>(EVERYBODY);
  const [problem, setProblem] = useState<string>();
  const { count, isFresh } = useSegmentCount(rule);
  const save = async () => {
    if (name.trim() === '') {
      setProblem(t('nameMissing'));
      return;
    }
    try {
      const { segmentId } = await execute(saveSegment, { name, rule });
      const isChosen = count !== undefined && count.n > 0 && !meansEverybody(count.n, count.of);
      onSaved({ segmentId, name: name.trim(), isChosen });
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('newSegmentTitle')} size={860}>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          data-testid="target-segment-name"
          data-autofocus
          maxLength={100}
          value={name}
          error={problem}
          onChange={(event) => {
            setProblem(undefined);
            setName(event.currentTarget.value);
          }}
        />
        <RuleBuilder value={rule} onChange={setRule} hasNoSample />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="target-segment-save"
            disabled={!isFresh || hasErrors(count)}
            onClick={() => void save()}
          >
            {t('saveSegment')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
