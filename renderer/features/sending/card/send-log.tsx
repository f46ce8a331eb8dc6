import { Button } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { countStates } from '@shared/domain/calendar/send-day.rules';
import { targetStates } from '@shared/domain/calendar/send-state.rules';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useNow } from '@/app/use-today';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { readClock } from '../day-list.queries';
import { useSendActions } from '../desk/use-send-actions';
import { sendMessages } from '../send.messages';
import { useTargetName } from '../use-names';
import classes from './send-card.module.css';
import { SendLine } from './send-line';

/** What became of a piece in each of its groups: when, by whom, late or early; for the item panel. */
export function SendLog({ item }: { item: ContentItem }) {
  const t = useMessages(sendMessages);
  const nowMs = useNow();
  const actions = useSendActions();
  const data = useLive(async () => {
    const [sends, groups, clock] = await Promise.all([
      readDb.rows('contentSends').by('itemId', item.id),
      readDb.rows('groups').all(),
      readClock(),
    ]);
    return { sends, groups, clock };
  }, [item.id]);
  const nameOf = useTargetName(data?.groups ?? []);
  if (!data) return null;
  const targets = targetStates(item, data.groups, data.sends, nowMs, data.clock);
  const { sent, total } = countStates(targets);
  const settled = targets.filter(({ at, state }) => at !== undefined || state === 'sentUntimed');
  return (
    <div data-testid="send-log" data-sent={sent} data-total={total}>
      <p className={classes.quiet}>
        {settled.length === 0 ? t('log.none') : t('log.progress', { sent, total })}
      </p>
      {settled.map((target) => {
        const focus = { itemId: item.id, groupId: target.groupId };
        return (
          <SendLine
            key={target.groupId}
            item={item}
            target={target}
            name={nameOf(target.groupId)}
            onUnmark={() => void actions.unmark([focus])}
            onSetTime={(at) => actions.setTime(focus, at)}
          />
        );
      })}
      <Button
        component={Link}
        href={`/calendar/send/${item.date}/${item.slot}`}
        size="compact-xs"
        variant="subtle"
      >
        {t('log.open')}
      </Button>
    </div>
  );
}
