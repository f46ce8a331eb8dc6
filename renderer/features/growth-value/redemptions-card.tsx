import { Button } from '@mantine/core';
import { redemptionsOf } from '@shared/domain/growth/privilege.rules';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { cancelRedemption } from './growth-value.commands';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';

const SHOWN = 100;

async function readRedemptions() {
  const [entries, privileges] = await Promise.all([
    readDb.rows('growthEntries').all(),
    readDb.rows('privileges').all(),
  ]);
  const all = redemptionsOf(undefined, entries).sort((a, b) => b.at - a.at);
  const rows = all.slice(0, SHOWN);
  const members = await readDb.pagedGetMany(
    'members',
    rows.map((row) => row.memberId),
  );
  const names = new Map(privileges.map((privilege) => [privilege.id, privilege.name]));
  return {
    total: all.length,
    rows: rows.map((row, at) => ({
      ...row,
      who: members[at]?.name,
      what: names.get(row.privilegeId ?? ''),
    })),
  };
}

/** What was given to whom, newest first; each can be taken back. */
export function RedemptionsCard() {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const list = useLive(readRedemptions, []);

  async function takeBack(entryId: string, who: string, what: string) {
    try {
      await execute(cancelRedemption, { entryId, who, what });
      showDone(t('takenBackDone', { who, what }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <Card title={t('redemptions')}>
      {list?.total === 0 && <p className={classes.quiet}>{t('redemptionsEmpty')}</p>}
      {list && list.total > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('when')}</th>
              <th>{t('who')}</th>
              <th>{t('what')}</th>
              <th className={classes.number}>{t('spent')}</th>
              <th>{t('reason')}</th>
              <th aria-label={t('takeBack')} />
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => {
              const who = row.who ?? t('someone');
              const what = row.what ?? t('somePrivilege');
              return (
                <tr key={row.id} data-testid="redemption-row">
                  <td>{format.dateTime(row.at)}</td>
                  <td>
                    <Link href={`/members/${row.memberId}`}>{who}</Link>
                  </td>
                  <td>{what}</td>
                  <td className={classes.number}>{format.count(-row.points)}</td>
                  <td>{row.reason}</td>
                  <td className={classes.number}>
                    {row.isCancelled ? (
                      <span className={classes.quiet}>{t('takenBack')}</span>
                    ) : (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        data-testid="redemption-take-back"
                        onClick={() => void takeBack(row.id, who, what)}
                      >
                        {t('takeBack')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}
