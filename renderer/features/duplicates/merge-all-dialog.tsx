import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import type { DuplicateGroup } from '@/workers/index/duplicate-types';
import { mergeMembers } from './duplicates.commands';
import { duplicatesMessages } from './duplicates.messages';

const SAMPLES = 6;

const pairsOf = (groups: readonly DuplicateGroup[]) =>
  groups.flatMap(({ ids: [keptId, ...others] }) =>
    keptId === undefined ? [] : others.map((goneId) => ({ keptId, goneId })),
  );

/** All certain ones in one step: how many, a few of them by name, and what will happen. */
export function MergeAllDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(duplicatesMessages);
  const format = useFormat();
  const [groups, setGroups] = useState<DuplicateGroup[]>();
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    dataWorker().lists.certainDuplicates().then(setGroups, showProblem);
  }, []);
  const pairs = pairsOf(groups ?? []);
  const n = format.count(pairs.length);

  async function merge(): Promise<void> {
    setIsBusy(true);
    try {
      // In memory before the merge asks, so that it need not look through every order.
      await dataWorker().lists.belongings([]);
      await execute(mergeMembers, { who: groups?.[0]?.name ?? '', pairs });
      onClose();
      showDone(t('mergedAll', { n }), { undo: true });
    } catch (error) {
      setIsBusy(false);
      showProblem(error);
    }
  }

  return (
    <Modal
      opened
      title={t('allTitle', { n })}
      withCloseButton={!isBusy}
      onClose={isBusy ? () => undefined : onClose}
    >
      <Text size="sm">{t('allText')}</Text>
      <Text size="sm" c="dimmed" mt="sm">
        {t('allSample')}
      </Text>
      <ul data-testid="merge-all-sample">
        {groups?.slice(0, SAMPLES).map(({ ids, name }) => (
          <li key={ids[0]}>{t('allSampleLine', { name, n: ids.length })}</li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" disabled={isBusy} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          data-testid="merge-all-confirm"
          loading={isBusy}
          disabled={pairs.length === 0}
          onClick={() => void merge()}
        >
          {t('allConfirm', { n })}
        </Button>
      </Group>
    </Modal>
  );
}
