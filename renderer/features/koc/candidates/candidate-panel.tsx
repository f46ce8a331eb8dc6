import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { SidePanel } from '@/ui/side-panel';
import { kocMessages } from '../koc.messages';
import { EffectPart } from '../panel/effect-part';
import { FollowersPart } from '../panel/followers-part';
import { kocPanelMessages } from '../panel/koc-panel.messages';
import { ScorePart } from '../panel/score-part';
import { useAddKoc } from './use-add-koc';

type CandidatePanelProps = {
  memberId: string;
  /** The group that the list is narrowed to. */
  groupId: string | undefined;
  onClose: () => void;
};

/** Why somebody stands where they stand, before one talks to them. */
export function CandidatePanel({ memberId, groupId, onClose }: CandidatePanelProps) {
  const words = useMessages(kocMessages);
  const t = useMessages(kocPanelMessages);
  const add = useAddKoc();
  const count = useAnswer(`candidate ${memberId}`, () => dataWorker().kocs.standings([memberId]));
  const row = count?.rows[0];
  return (
    <SidePanel
      testId="koc-candidate-panel"
      label={t('candidateLabel', { name: row?.name ?? '' })}
      closeLabel={t('close')}
      title={row && <Link href={`/members/${memberId}`}>{row.name}</Link>}
      actions={
        row && (
          <Button
            size="compact-sm"
            data-testid="koc-panel-add"
            onClick={() => void add(row, groupId).then((isDone) => isDone && onClose())}
          >
            {words('add')}
          </Button>
        )
      }
      onClose={onClose}
    >
      {count && row && (
        <>
          <ScorePart row={row} count={count} />
          <EffectPart memberId={memberId} groupIds={row.groupIds} mainGroupId={groupId} />
          <FollowersPart memberId={memberId} />
        </>
      )}
    </SidePanel>
  );
}
