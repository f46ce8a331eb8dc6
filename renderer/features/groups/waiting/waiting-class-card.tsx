import { Button } from '@mantine/core';
import type { PlacementPlan } from '@shared/domain/groups/placement-plan.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { openNextGroup } from '../groups.commands';
import { leaveWaitingList, placeByPlan } from '../placing.commands';
import type { WaitingClass } from './use-waiting';
import { waitingMessages } from './waiting.messages';
import classes from './waiting.module.css';

const MOST_LISTED = 100;

/** Those who wait for a group of one class, and what can be done for them now. */
export function WaitingClassCard({ row, plan }: { row: WaitingClass; plan: PlacementPlan }) {
  const t = useMessages(waitingMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [listed, setListed] = useState(MOST_LISTED);
  const { ownClass, people } = row;
  const ids = new Set(people.map(({ member }) => member.id));
  const placeable = plan.placed.filter(({ memberId }) => ids.has(memberId));
  const [next] = plan.toOpen.filter(({ classId }) => classId === ownClass.id);
  const run = async (work: () => Promise<string | undefined>) => {
    try {
      const said = await work();
      if (said) showDone(said, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const place = () =>
    run(async () => {
      const runOf = new Map(people.map(({ entry }) => [entry.memberId, entry.runId]));
      const items = placeable.map(({ memberId, groupId }) => {
        const runId = runOf.get(memberId);
        return { memberId, groupId, ...(runId !== undefined && { runId }) };
      });
      const { placed, refused } = await execute(placeByPlan, {
        items,
        language: currentLanguage() === 'en' ? 'en' : 'zh',
      });
      const count = format.count(placed.length);
      if (refused.length > 0)
        return t('placedSome', { count, refused: format.count(refused.length) });
      return t('placed', { count });
    });
  const open = (name: string) =>
    run(async () => {
      await execute(openNextGroup, { classId: ownClass.id, name });
      return t('opened', { name });
    });
  const remove = (entryId: string, name: string) =>
    run(async () => {
      const { removed } = await execute(leaveWaitingList, { entryIds: [entryId] });
      return removed > 0 ? t('removed', { name }) : undefined;
    });
  return (
    <div data-testid="waiting-class" data-class-id={ownClass.id} data-count={people.length}>
      <Card
        title={t('classTitle', {
          name: ownClass.name,
          count: people.length,
          n: format.count(people.length),
        })}
        actions={
          <span className={classes.actions}>
            {placeable.length > 0 && (
              <Button size="compact-sm" data-testid="waiting-place" onClick={() => void place()}>
                {t('place', { count: format.count(placeable.length) })}
              </Button>
            )}
            {next && (
              <Button
                size="compact-sm"
                variant="light"
                data-testid="waiting-open-next"
                onClick={() => void open(next.name)}
              >
                {t('openNext', { name: next.name })}
              </Button>
            )}
          </span>
        }
      >
        <ul className={classes.people}>
          {people.slice(0, listed).map(({ entry, member }) => (
            <li key={entry.id} className={classes.person} data-member-id={member.id}>
              <span className={classes.name}>{member.name}</span>
              <span className={classes.quiet}>
                {[
                  words(`identity.${member.identity}`),
                  member.region,
                  t('since', { day: format.date(entry.at) }),
                  t(`reason.${entry.reason}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => void remove(entry.id, member.name)}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
        {people.length > listed && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setListed(listed + MOST_LISTED)}
          >
            {t('more', { count: format.count(people.length - listed) })}
          </Button>
        )}
      </Card>
    </div>
  );
}
