import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { reopenGroup } from '../dissolve.commands';
import { PlanProgress } from '../plan/plan-head';
import { PlanPeople, type Shown } from '../plan/plan-people';
import type { PlanView } from '../plan/plan-view';
import classes from '../transfer.module.css';
import { readNaming, type TransferRecord } from '../transfer.queries';
import { endMessages } from './end.messages';

type DissolvedPartProps = { record: TransferRecord; view: PlanView | undefined };

/** A group that is over: when, with whom, what still names it, and the way back. */
export function DissolvedPart({ record, view }: DissolvedPartProps) {
  const t = useMessages(endMessages);
  const format = useFormat();
  const today = useToday();
  const [shown, setShown] = useState<Shown>('all');
  const { group, story } = record;
  const naming = useLive(() => readNaming(group.id, today), [group.id, today]);
  const last = story.find(({ kind }) => kind === 'dissolved');
  const reopen = async () => {
    try {
      const { back } = await execute(reopenGroup, { groupId: group.id });
      showDone(t('reopened', { group: group.name, count: format.count(back) }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const words = {
    day: format.date(last?.at ?? group.dissolvedAt ?? group.openedAt),
    by: last?.by ?? '',
    count: format.count(Number(last?.evidence?.closed ?? 0)),
  };
  const top = useRef<HTMLDivElement>(null);
  // Whoever has just dissolved it was far below, at the checklist.
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <>
      <div ref={top} />
      <Card
        title={t('gone')}
        actions={
          <Button data-testid="group-reopen" onClick={() => void reopen()}>
            {t('reopen')}
          </Button>
        }
      >
        <div className={classes.stack}>
          <p className={classes.text}>
            {t(last?.by ? 'goneBy' : 'goneOn', words)} {last?.note}
          </p>
          <p className={classes.text}>{t('readOnly')}</p>
          {naming && naming.items + naming.flows > 0 && (
            <p className={classes.notice} data-testid="dissolved-naming">
              {t('named', {
                items: format.count(naming.items),
                flows: format.count(naming.flows),
              })}{' '}
              <Link href="/calendar">{t('calendar')}</Link> · <Link href="/sop">{t('flows')}</Link>
            </p>
          )}
        </div>
      </Card>
      {view ? (
        <Card title={t('result')}>
          <div className={classes.stack}>
            <PlanProgress lines={view.lines} />
            <PlanPeople view={view} shown={shown} onShown={setShown} isOver />
          </div>
        </Card>
      ) : (
        <p className={classes.quiet}>{t('noPlan')}</p>
      )}
    </>
  );
}
