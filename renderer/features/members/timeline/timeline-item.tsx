import type { Group } from '@shared/domain/groups/group.schema';
import type { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { assertNever } from '@shared/lib/errors';
import {
  IconDoorEnter,
  IconDoorExit,
  IconMessageCircle,
  IconReceipt,
  IconTag,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useTags } from '@/features/tags';
import { EventText } from './event-text';
import { timelineMessages } from './timeline.messages';
import classes from './timeline.module.css';
import type { TimelineEntry } from './timeline.rules';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

type TimelineItemProps = { entry: TimelineEntry; groups: ReadonlyMap<string, Group> };

/** One thing that happened: what, a word more, when. */
export function TimelineItem({ entry, groups }: TimelineItemProps) {
  const t = useMessages(timelineMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { tagOf } = useTags();
  const groupName = (id: string) => groups.get(id)?.name ?? t('someGroup');

  switch (entry.kind) {
    case 'order': {
      const { order } = entry;
      const amount = format.money(order.amountFen);
      const refund = t('refund', { amount: format.money(order.refundFen) });
      const detail = [
        words(`orderStatus.${order.status}`),
        ...(order.refundFen > 0 ? [refund] : []),
      ].join(' · ');
      return (
        <Line at={entry.at} icon={<IconReceipt {...ICON} />} detail={detail}>
          <Link href={`/orders/${order.id}`} className={classes.link}>
            {t('order', { amount })}
          </Link>
        </Line>
      );
    }
    case 'event': {
      const kind = entry.event.kind as (typeof INTERACTION_KINDS)[number];
      return (
        <Line
          at={entry.at}
          icon={<IconMessageCircle {...ICON} />}
          detail={<EventText event={entry.event} />}
        >
          {words(`interaction.${kind}`)}
        </Line>
      );
    }
    case 'tag': {
      const { tagId, source, reason } = entry.assignment;
      return (
        <Line
          at={entry.at}
          icon={<IconTag {...ICON} />}
          detail={reason ?? words(`tagSource.${source}`)}
        >
          {t('tag', { name: tagOf(tagId)?.name ?? '' })}
        </Line>
      );
    }
    case 'join':
      return (
        <Line
          at={entry.at}
          icon={<IconDoorEnter {...ICON} />}
          detail={words(`membershipRole.${entry.membership.role}`)}
        >
          {t('join', { name: groupName(entry.membership.groupId) })}
        </Line>
      );
    case 'leave':
      return (
        <Line at={entry.at} icon={<IconDoorExit {...ICON} />}>
          {t('leave', { name: groupName(entry.membership.groupId) })}
        </Line>
      );
    case 'known':
      return (
        <Line at={entry.at} icon={<IconUserPlus {...ICON} />}>
          {t('known')}
        </Line>
      );
    default:
      return assertNever(entry, 'TimelineItem');
  }
}

type LineProps = { at: number; icon: ReactNode; detail?: ReactNode; children: ReactNode };

function Line({ at, icon, detail, children }: LineProps) {
  const format = useFormat();
  return (
    <>
      <span className={classes.icon}>{icon}</span>
      <span className={classes.words}>
        <span className={classes.what}>{children}</span>
        <span className={classes.detail}>{detail}</span>
      </span>
      <time className={classes.when} dateTime={new Date(at).toISOString()}>
        {format.dateTime(at)}
      </time>
    </>
  );
}
