import type { Group } from '@shared/domain/groups/group.schema';
import type { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { assertNever } from '@shared/lib/errors';
import {
  IconArrowsSplit2,
  IconCoin,
  IconDoorEnter,
  IconDoorExit,
  IconFileImport,
  IconMessage,
  IconMessageCircle,
  IconReceipt,
  IconTag,
  IconTagOff,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { EventText } from './event-text';
import { pointsDetail } from './points-words';
import { timelineMessages } from './timeline.messages';
import classes from './timeline.module.css';
import type { TimelineEntry } from './timeline.rules';
import { TimelineLine } from './timeline-line';
import type { TimelineNames } from './use-timeline-names';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

type TimelineItemProps = {
  entry: TimelineEntry;
  groups: ReadonlyMap<string, Group>;
  names: TimelineNames;
};

/** One thing that happened: what, a word more, when. */
export function TimelineItem({ entry, groups, names }: TimelineItemProps) {
  const t = useMessages(timelineMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { tagOf, sentence, points } = names;
  const groupName = (id: string) => groups.get(id)?.name ?? t('someGroup');
  const tagName = (id: string) => tagOf(id)?.name ?? t('someTag');

  switch (entry.kind) {
    case 'order': {
      const { order } = entry;
      const isCounted = order.status !== 'pending' && order.status !== 'cancelled';
      const detail = [
        words(`orderStatus.${order.status}`),
        ...(isCounted ? [] : [t('notCounted')]),
        ...(order.refundFen > 0 ? [t('refund', { amount: format.money(order.refundFen) })] : []),
        ...(order.refundFen > order.amountFen ? [t('refundAbove')] : []),
        ...(order.orderedAt > Date.now() ? [t('inFuture')] : []),
      ].join(' · ');
      return (
        <TimelineLine at={entry.at} icon={<IconReceipt {...ICON} />} detail={detail}>
          <Link
            href={`/orders/${order.id}`}
            className={`${classes.link} ${isCounted ? '' : classes.notCounted}`}
          >
            {t('order', { amount: format.money(order.amountFen) })}
          </Link>
        </TimelineLine>
      );
    }
    case 'event': {
      const kind = entry.event.kind as (typeof INTERACTION_KINDS)[number];
      return (
        <TimelineLine
          at={entry.at}
          icon={<IconMessageCircle {...ICON} />}
          detail={<EventText event={entry.event} />}
        >
          {words(`interaction.${kind}`)}
        </TimelineLine>
      );
    }
    case 'tag': {
      const { tagId, source, reason } = entry.assignment;
      return (
        <TimelineLine
          at={entry.at}
          icon={<IconTag {...ICON} />}
          detail={reason ?? words(`tagSource.${source}`)}
        >
          {t('tag', { name: tagName(tagId) })}
        </TimelineLine>
      );
    }
    case 'ruleTag': {
      const { tagId, isOn } = entry.line;
      const rule = tagOf(tagId)?.rule;
      const Icon = isOn ? IconTag : IconTagOff;
      return (
        <TimelineLine at={entry.at} icon={<Icon {...ICON} />} detail={rule && sentence(rule)}>
          {t(isOn ? 'ruleOn' : 'ruleOff', { name: tagName(tagId) })}
        </TimelineLine>
      );
    }
    case 'points':
      return (
        <TimelineLine
          at={entry.at}
          icon={<IconCoin {...ICON} />}
          detail={pointsDetail(points, entry.entry)}
        >
          {points.what(entry.entry)}
        </TimelineLine>
      );
    case 'comment': {
      const { text, feeling, topic } = entry.comment;
      return (
        <TimelineLine
          at={entry.at}
          icon={<IconMessage {...ICON} />}
          detail={`${t(`feeling.${feeling}`)} · ${t(`topic.${topic}`)}`}
        >
          <span title={text}>{t('comment', { text })}</span>
        </TimelineLine>
      );
    }
    case 'join':
      return (
        <TimelineLine
          at={entry.at}
          icon={<IconDoorEnter {...ICON} />}
          detail={words(`membershipRole.${entry.membership.role}`)}
        >
          {t('join', { name: groupName(entry.membership.groupId) })}
        </TimelineLine>
      );
    case 'leave':
      return (
        <TimelineLine at={entry.at} icon={<IconDoorExit {...ICON} />}>
          {t('leave', { name: groupName(entry.membership.groupId) })}
        </TimelineLine>
      );
    case 'merge':
      return (
        <TimelineLine at={entry.at} icon={<IconUsersGroup {...ICON} />}>
          {t('merge', { name: entry.merge.name })}
        </TimelineLine>
      );
    case 'part':
      return (
        <TimelineLine at={entry.at} icon={<IconArrowsSplit2 {...ICON} />}>
          {t('part', { name: entry.merge.name })}
        </TimelineLine>
      );
    case 'import':
      return (
        <TimelineLine at={entry.at} icon={<IconFileImport {...ICON} />}>
          {t('import', { name: entry.fileName })}
        </TimelineLine>
      );
    case 'known':
      return (
        <TimelineLine at={entry.at} icon={<IconUserPlus {...ICON} />}>
          {t('known')}
        </TimelineLine>
      );
    default:
      return assertNever(entry, 'TimelineItem');
  }
}
