import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { DuplicateHit } from '@/workers/index/duplicate-types';
import { duplicatesMessages } from './duplicates.messages';
import { PairCard } from './pair-card';

/** Records that somebody ticked as one person, merged one pair after the other, oldest first. */
export function MergeChosenDialog({
  memberIds,
  onClose,
}: {
  memberIds: readonly string[];
  onClose: () => void;
}) {
  const t = useMessages(duplicatesMessages);
  const [left, setLeft] = useState(() => [...memberIds].sort());
  const [aId, bId] = left;
  if (aId === undefined || bId === undefined) return null;
  const hit: DuplicateHit = {
    aId,
    bId,
    aName: '',
    bName: '',
    evidence: [],
    confidence: 'possible',
  };

  function settle(isGone: (hit: DuplicateHit) => boolean): void {
    const gone = [aId, bId].filter(
      (id) => id !== undefined && isGone({ ...hit, aId: id, bId: id }),
    );
    // Told apart, the first goes on to be compared with the others.
    const without = gone.length > 0 ? gone : [bId];
    const next = left.filter((id) => !without.includes(id));
    if (next.length < 2) onClose();
    else setLeft(next);
  }

  return (
    <Modal opened onClose={onClose} title={t('chosenTitle')} size="xl">
      {left.length > 2 && (
        <Text size="sm" mb="sm">
          {t('chosenLeft', { n: left.length })}
        </Text>
      )}
      <PairCard key={`${aId}.${bId}`} hit={hit} onSettled={settle} />
    </Modal>
  );
}
