import { Button } from '@mantine/core';
import { IconFlag3 } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { EmptyState } from '@/ui/empty-state';
import { readPlays } from '../plays.queries';
import { readResult, usePlayFigures } from '../use-play-figures';
import { usePlayWords } from '../use-play-words';

/** All plays with how far they are and what they show so far. */
export function PlayList({ base, startAt }: { base: string; startAt: string }) {
  const { t, format, stateOf, rateOf } = usePlayWords();
  const [, navigate] = useLocation();
  const plays = useLive(readPlays, []);
  const figures = usePlayFigures(plays?.map((play) => play.id));
  if (!plays) return null;
  if (plays.length === 0) {
    return (
      <EmptyState
        icon={IconFlag3}
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={
          <Button component={Link} href={startAt}>
            {t('emptyAction')}
          </Button>
        }
      />
    );
  }
  return (
    <Card>
      <DataTable
        testId="plays-list"
        label={t('listLabel')}
        columns={[
          { key: 'name', label: t('columnName') },
          { key: 'state', label: t('columnState') },
          { key: 'people', label: t('columnPeople'), isNumber: true },
          { key: 'heldOut', label: t('columnHeldOut'), isNumber: true },
          { key: 'buyers', label: t('columnBuyers'), isNumber: true },
          { key: 'verdict', label: t('columnVerdict') },
        ]}
        rows={plays.map((play) => {
          const own = figures?.[play.id];
          const read = own && readResult(play, own);
          const isClosed = play.closedAt !== undefined;
          return {
            key: play.id,
            cells: [
              play.name,
              isClosed
                ? t('closed')
                : read
                  ? stateOf(read.days, play.startDay, play.windowDays)
                  : '…',
              read ? format.count(read.result.played.people) : '…',
              read?.result.heldOut ? format.count(read.result.heldOut.people) : '—',
              read ? rateOf(read.result.played) : '…',
              read ? t(read.isTooEarly ? 'tooEarly' : `verdict.${read.result.verdict}`) : '…',
            ],
            onOpen: () => navigate(`${base}/${play.id}`),
            openLabel: t('open', { name: play.name }),
            isQuiet: isClosed,
          };
        })}
      />
    </Card>
  );
}
