import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { Why } from '@/ui/why';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';
import { exactText } from '../score/score-numbers';
import { kocPanelMessages } from './koc-panel.messages';

/** So many are named at first. */
const FEW = 8;

/** Who orders on the days of somebody's posts, and what they order on the others. */
export function FollowersPart({ memberId }: { memberId: string }) {
  const words = useMessages(kocMessages);
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  const [isAll, setIsAll] = useState(false);
  const found = useAnswer(`followers ${memberId}`, () => dataWorker().kocs.followers(memberId));
  return (
    <section className={classes.section} data-testid="koc-followers" data-ready={!!found}>
      <h3>
        {t('followers')} <Why word={words('why')}>{t('followersWhy')}</Why>
      </h3>
      {found?.people === 0 && <p className={classes.quiet}>{t('followersNone')}</p>}
      {found && found.people > 0 && (
        <>
          <p>
            {t('followersSum', {
              people: format.count(found.people),
              orders: format.count(found.orders),
              share: exactText(found.share),
            })}
          </p>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('follower')}</th>
                <th className={classes.number}>{t('followerOn')}</th>
                <th className={classes.number}>{t('followerOff')}</th>
                <th className={classes.number}>{t('followerShare')}</th>
              </tr>
            </thead>
            <tbody>
              {found.rows.slice(0, isAll ? undefined : FEW).map((row) => (
                <tr key={row.memberId} data-testid="koc-follower" data-member-id={row.memberId}>
                  <td>
                    <Link href={`/members/${row.memberId}`}>{row.name}</Link>
                  </td>
                  <td
                    className={classes.number}
                    title={row.days.map((day) => format.day(day)).join(' · ')}
                  >
                    {t('followerCell', { days: row.postDays, orders: row.orders })}
                  </td>
                  <td className={classes.number}>
                    {t('followerCell', { days: row.otherDays, orders: row.otherOrders })}
                  </td>
                  <td className={classes.number}>{exactText(row.share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {!isAll && found.rows.length > FEW && (
            <Button size="compact-xs" variant="subtle" onClick={() => setIsAll(true)}>
              {t('followersAll', { shown: found.rows.length })}
            </Button>
          )}
          {isAll && found.people > found.rows.length && (
            <p className={classes.quiet}>
              {t('followersMore', {
                shown: found.rows.length,
                people: format.count(found.people),
              })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
