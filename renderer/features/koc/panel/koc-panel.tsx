import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { EmptyState } from '@/ui/empty-state';
import { SidePanel } from '@/ui/side-panel';
import { doAndSay } from '../do-and-say';
import { removeKoc } from '../koc.commands';
import { kocMessages } from '../koc.messages';
import { KOC_STEPS } from '../koc-steps';
import { type PoolView, useCallNames } from '../use-koc';
import { EffectPart } from './effect-part';
import { FactsPart } from './facts-part';
import { FollowersPart } from './followers-part';
import { IncentivesPart } from './incentives-part';
import { kocPanelMessages } from './koc-panel.messages';
import { ScorePart } from './score-part';
import { ScriptPart } from './script-part';
import { StepsPart } from './steps-part';

type KocPanelProps = { memberId: string; pool: PoolView; onClose: () => void };

/** One core member: cultivation, incentives, score, and what happens around them. */
export function KocPanel({ memberId, pool, onClose }: KocPanelProps) {
  const words = useMessages(kocMessages);
  const t = useMessages(kocPanelMessages);
  const bodyRef = useRef<HTMLDivElement | null>(null);
  const row = pool.rows.find(({ koc }) => koc.id === memberId);
  const groupIds = row?.standing?.groupIds ?? [];
  const groupId = row?.koc.groupId ?? groupIds[0] ?? '';
  const name = row?.standing?.name ?? words('memberGone');
  const callName = useCallNames([{ memberId, groupId }]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is read from the top
  useEffect(() => bodyRef.current?.scrollTo({ top: 0 }), [memberId]);
  const leave = () =>
    doAndSay(() => execute(removeKoc, { memberId, name }), t('left', { name })).then(
      (isDone) => isDone && onClose(),
    );
  return (
    <SidePanel
      testId="koc-panel"
      label={t('label', { name: row ? name : '' })}
      closeLabel={t('close')}
      title={row?.standing ? <Link href={`/members/${memberId}`}>{name}</Link> : row ? name : ''}
      actions={
        row && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            data-testid="koc-leave"
            onClick={() => void leave()}
          >
            {t('leave')}
          </Button>
        )
      }
      onClose={onClose}
      bodyRef={bodyRef}
    >
      {!row && <EmptyState title={t('gone')} text={t('goneText')} />}
      {row && (
        <div key={memberId}>
          <FactsPart koc={row.koc} name={name} groupIds={groupIds} />
          <StepsPart koc={row.koc} name={name} />
          <ScriptPart
            called={callName(memberId, groupId, name)}
            openStep={KOC_STEPS.find(({ key }) => !row.koc.steps[key])?.key}
          />
          <IncentivesPart memberId={memberId} name={name} />
          {row.standing && <ScorePart row={row.standing} count={pool.count} />}
          <EffectPart memberId={memberId} groupIds={groupIds} mainGroupId={row.koc.groupId} />
          <FollowersPart memberId={memberId} />
        </div>
      )}
    </SidePanel>
  );
}
