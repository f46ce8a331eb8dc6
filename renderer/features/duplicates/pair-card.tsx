import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type MergeChoices, mergedMember } from '@shared/domain/members/merge.rules';
import { IconArrowMerge, IconUsersMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import type { DuplicateHit } from '@/workers/index/duplicate-types';
import { keepApart, mergeMembers } from './duplicates.commands';
import { duplicatesMessages } from './duplicates.messages';
import { type PairSide, readPair } from './duplicates.queries';
import { HangsText } from './hangs-text';
import classes from './pair-card.module.css';
import { PairFields } from './pair-fields';

type PairCardProps = {
  hit: DuplicateHit;
  /** Told at once, so that the next pair is there before the worker has looked again. */
  onSettled: (isGone: (hit: DuplicateHit) => boolean) => void;
};

/** One pair side by side: what stays, what comes along, and the two decisions. */
export function PairCard({ hit, onSettled }: PairCardProps) {
  const pair = useLive(() => readPair(hit.aId, hit.bId), [hit.aId, hit.bId]);
  if (pair === undefined) return <Skeleton height={320} radius={8} />;
  if (pair === null) return null;
  return <OpenPair hit={hit} pair={pair} onSettled={onSettled} />;
}

function OpenPair({ hit, pair, onSettled }: PairCardProps & { pair: [PairSide, PairSide] }) {
  const t = useMessages(duplicatesMessages);
  const [left, right] = pair;
  const [keptId, setKeptId] = useState(left.member.id);
  const [choices, setChoices] = useState<MergeChoices>({});
  const [isBusy, setIsBusy] = useState(false);
  const [kept, gone] = keptId === left.member.id ? [left, right] : [right, left];

  async function act(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  const merge = () =>
    act(async () => {
      const { name } = mergedMember(kept.member, gone.member, choices);
      const goneId = gone.member.id;
      await execute(mergeMembers, { who: name, pairs: [{ keptId, goneId, choices }] });
      onSettled(({ aId, bId }) => aId === goneId || bId === goneId);
      showDone(t('merged', { name }), { undo: true });
    });
  const apart = () =>
    act(async () => {
      const [a, b] = [left.member.name, right.member.name];
      await execute(keepApart, { aId: hit.aId, bId: hit.bId, who: a });
      onSettled(({ aId, bId }) => aId === hit.aId && bId === hit.bId);
      showDone(t('apartDone', { a, b }), { undo: true });
    });
  useHotkeys([
    ['M', () => void merge()],
    ['N', () => void apart()],
  ]);

  return (
    <section className={classes.card} data-testid="duplicate-pair">
      <p className={classes.evidence}>
        {hit.evidence.map((kind) => t(`evidence.${kind}`)).join(' · ')}
      </p>
      <div className={classes.heads}>
        <span />
        {pair.map(({ member }, i) => (
          <div key={member.id} className={classes.head} data-kept={member.id === keptId}>
            <b>{t(i === 0 ? 'older' : 'newer')}</b>
            {member.id === keptId ? (
              <span>{t('stays')}</span>
            ) : (
              <Button
                size="compact-xs"
                variant="subtle"
                data-testid="duplicate-keep-this"
                onClick={() => {
                  setKeptId(member.id);
                  setChoices({});
                }}
              >
                {t('keepThis')}
              </Button>
            )}
          </div>
        ))}
      </div>
      <PairFields
        left={left.member}
        right={right.member}
        keptId={keptId}
        choices={choices}
        onChoose={(field, side) => setChoices((known) => ({ ...known, [field]: side }))}
      />
      <Text size="sm" mt="sm" data-testid="duplicate-comes-along">
        {t('comesAlong')}
        <HangsText hangs={gone.hangs} />
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t('chooseHint')}
      </Text>
      <Group mt="md" gap="xs">
        <Button
          data-testid="duplicate-merge"
          leftSection={<IconArrowMerge size={16} stroke={1.75} />}
          loading={isBusy}
          onClick={() => void merge()}
        >
          {t('merge')}
        </Button>
        <Button
          variant="default"
          data-testid="duplicate-apart"
          leftSection={<IconUsersMinus size={16} stroke={1.75} />}
          disabled={isBusy}
          onClick={() => void apart()}
        >
          {t('apart')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('keys')}
        </Text>
      </Group>
    </section>
  );
}
