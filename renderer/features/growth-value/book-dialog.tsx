import { Modal, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useReturnFocus } from '@/ui/use-return-focus';
import { AdjustForm } from './adjust-form';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { type FoundMember, MemberFinder } from './member-finder';
import { RedeemForm } from './redeem-form';
import { useLevelName, useMemberLedger } from './use-growth';

type BookDialogProps = {
  /** Whose points; without one the dialog lets find somebody. */
  member?: FoundMember;
  onClose: () => void;
};

/** One person's points: exchanged for a privilege, or corrected with a reason. */
export function BookDialog({ member, onClose }: BookDialogProps) {
  useReturnFocus();
  const t = useMessages(growthValueMessages);
  const [chosen, setChosen] = useState(member);
  const [tab, setTab] = useState<'redeem' | 'adjust'>('redeem');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bookTitle')}
      size={460}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm" data-testid="growth-book-dialog">
        {member === undefined && <MemberFinder onPick={setChosen} />}
        {chosen && (
          <>
            <div>
              <b>{chosen.name}</b> <Holding memberId={chosen.id} />
            </div>
            <SegmentedControl
              size="xs"
              aria-label={t('bookTitle')}
              value={tab}
              data={[
                { value: 'redeem', label: t('redeemTab') },
                { value: 'adjust', label: t('adjustTab') },
              ]}
              onChange={(value) => setTab(value === 'adjust' ? 'adjust' : 'redeem')}
            />
            {tab === 'redeem' ? (
              <RedeemForm key={chosen.id} member={chosen} onDone={onClose} />
            ) : (
              <AdjustForm key={chosen.id} member={chosen} onDone={onClose} />
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** What somebody has now. */
function Holding({ memberId }: { memberId: string }) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const nameOf = useLevelName();
  const ledger = useMemberLedger(memberId);
  if (!ledger) return null;
  const level = nameOf({
    key: ledger.levelKey,
    ...(ledger.levelName === undefined ? {} : { name: ledger.levelName }),
  });
  return (
    <span className={classes.quiet} data-testid="growth-holding" data-balance={ledger.balance}>
      {t('has', { level, balance: format.count(ledger.balance) })}
      {ledger.pending > 0 && t('hasPending', { pending: format.count(ledger.pending) })}
    </span>
  );
}
