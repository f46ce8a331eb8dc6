import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { GrowthRemark } from '@shared/domain/growth/growth-lots';
import type { Member } from '@shared/domain/members/member.schema';
import { IconGift } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { BookDialog, useLevelName, useMemberLedger } from '@/features/growth-value';
import { Why } from '@/ui/why';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';

/** The member's points and level, what is on its way, and what one can do with them. */
export function MemberGrowth({ member }: { member: Member }) {
  const t = useMessages(panelMessages);
  const format = useFormat();
  const nameOf = useLevelName();
  const ledger = useMemberLedger(member.id);
  const [isBooking, booking] = useDisclosure(false);
  const level =
    ledger &&
    nameOf({
      key: ledger.levelKey,
      ...(ledger.levelName === undefined ? {} : { name: ledger.levelName }),
    });
  const points = (n: number) => t('points', { n: format.count(n) });
  return (
    <section className={classes.section} data-testid="member-growth">
      <h3>{t('growth')}</h3>
      {ledger && (
        <>
          <dl className={classes.figures}>
            <Figure word={t('level')} value={level ?? ''} />
            <div className={classes.figure}>
              <dt>{t('balance')}</dt>
              <dd data-testid="member-growth-balance" data-value={ledger.balance}>
                {points(ledger.balance)}
              </dd>
            </div>
            <Figure word={t('pending')} value={points(ledger.pending)} />
            {ledger.expiring > 0 && <Figure word={t('expiring')} value={points(ledger.expiring)} />}
            {ledger.toNext !== undefined && (
              <Figure word={t('toNext')} value={points(ledger.toNext)} />
            )}
            <div>
              <Why word={t('why')}>
                {t('whyGrowth', { n: format.count(ledger.entries.length) })}
              </Why>
            </div>
          </dl>
          {(Object.entries(ledger.remarks) as [GrowthRemark, number][]).map(([remark, n]) => (
            <p key={remark} className={classes.none}>
              {t(`remark.${remark}`, { n: format.count(n) })}
            </p>
          ))}
        </>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        data-testid="member-growth-book"
        leftSection={<IconGift size={12} stroke={2} />}
        onClick={booking.open}
      >
        {t('book')}
      </Button>
      {isBooking && (
        <BookDialog member={{ id: member.id, name: member.name }} onClose={booking.close} />
      )}
    </section>
  );
}

function Figure({ word, value }: { word: string; value: string }) {
  return (
    <div className={classes.figure}>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  );
}
