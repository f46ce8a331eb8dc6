import { Button } from '@mantine/core';
import type { Attention } from '@shared/domain/group-life/standing.rules';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { boardAddress, NEEDS } from './board-view';
import { needMessages } from './groups-need-you.messages';
import classes from './groups-need-you.module.css';

const FIRST_MS = 500;
/** Judging again after an order means reading all orders again, and what one does here changes little. */
const AGAIN_MS = 20_000;

const countGroups = () => readDb.counter('groups');

/** Today's word on the groups: how many ask for somebody, and why; nothing where none does. */
export function GroupsNeedYou() {
  const t = useMessages(needMessages);
  const format = useFormat();
  const attention = useAttention();
  if (!attention || attention.groups === 0) return null;
  const needs = NEEDS.filter((need) => attention[need] > 0);
  const [first = 'due'] = needs;
  return (
    <Card
      title={t('title', { count: attention.groups })}
      actions={
        <Button component={Link} href={boardAddress(first)} size="xs" variant="light">
          {t('open')}
        </Button>
      }
    >
      <p className={classes.needs} data-testid="today-groups" data-count={attention.groups}>
        {needs.map((need) => (
          <Link key={need} href={boardAddress(need)} data-need={need}>
            {t(need, { n: format.count(attention[need]) })}
          </Link>
        ))}
      </p>
    </Card>
  );
}

/** Asked when the page has been quiet for a moment; the last answer stays until the next is there. */
function useAttention(): Attention | undefined {
  const today = useToday();
  const version = useDataVersion();
  const groups = useLive(countGroups, []) ?? 0;
  const [attention, setAttention] = useState<Attention>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: groups, day and version say when to ask again
  useEffect(() => {
    if (groups === 0) return undefined;
    let isCurrent = true;
    const waitMs = attention === undefined ? FIRST_MS : AGAIN_MS;
    const timer = setTimeout(() => {
      dataWorker()
        .groupLife.attention({ nowMs: Date.now() })
        // Only a remark beside other things: the board says what went wrong.
        .then(
          (answer) => isCurrent && setAttention(answer),
          () => undefined,
        );
    }, waitMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [groups > 0, today, version]);
  return groups > 0 ? attention : undefined;
}
