import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { type FormEvent, useEffect, useState } from 'react';
import { problemText, showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { takeSnapshot } from './segments.commands';
import { segmentsMessages } from './segments.messages';

type SnapshotSource =
  | { kind: 'rule'; rule: Rule; title: string; segmentId?: string | undefined }
  | { kind: 'people'; memberIds: readonly string[]; title: string };

/** Fixes the list of whoever a rule or a selection means now, under a name. */
export function SnapshotDialog({ from, onClose }: { from: SnapshotSource; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const [name, setName] = useState(
    `${from.title} ${dayOf(Date.now(), DEFAULT_TIME_ZONE)}`.slice(0, 100),
  );
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const ids = useIds(from);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('snapshotNameMissing'));
      return;
    }
    if (ids === undefined || ids.length === 0) return;
    setIsSaving(true);
    try {
      const segmentId = from.kind === 'rule' ? from.segmentId : undefined;
      const { count } = await execute(takeSnapshot, {
        name,
        memberIds: [...ids],
        ...(segmentId === undefined ? {} : { segmentId }),
      });
      onClose();
      showDone(t('snapshotDone', { name: name.trim(), n: format.count(count) }), { undo: true });
    } catch (error) {
      setIsSaving(false);
      setProblem(problemText(error));
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('snapshotTitle')} size={420}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Text size="sm" data-testid="snapshot-people" data-count={ids?.length ?? ''}>
            {ids?.length === 0
              ? t('snapshotNobody')
              : t('snapshotText', { n: ids ? format.count(ids.length) : '…' })}
          </Text>
          <TextInput
            label={t('snapshotName')}
            data-testid="snapshot-name"
            data-autofocus
            maxLength={100}
            value={name}
            error={problem}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              data-testid="snapshot-save"
              loading={isSaving}
              disabled={ids === undefined || ids.length === 0}
            >
              {t('snapshotSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function useIds(from: SnapshotSource): readonly string[] | undefined {
  const [ids, setIds] = useState<readonly string[] | undefined>(
    from.kind === 'people' ? from.memberIds : undefined,
  );
  const rule = from.kind === 'rule' ? from.rule : undefined;
  useEffect(() => {
    if (!rule) return undefined;
    let isCurrent = true;
    dataWorker()
      .people.ids(rule)
      .then((found) => isCurrent && setIds(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [rule]);
  return ids;
}
