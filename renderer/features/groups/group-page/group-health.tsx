import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { boardMessages, Light } from '@/features/group-board';
import { groupAddress } from '@/features/group-life';
import { useStanding } from '@/features/group-story';
import { groupPageMessages } from './group-page.messages';
import classes from './group-page.module.css';

/** The light of the board with what it rests on: the last seven whole days. */
export function GroupHealth({ groupId }: { groupId: string }) {
  const t = useMessages(groupPageMessages);
  const board = useMessages(boardMessages);
  const format = useFormat();
  const standing = useStanding(groupId);
  if (!standing) return null;
  const { health, activity } = standing;
  const word = board(`health.${health.why}`);
  return (
    <Link
      href={groupAddress(groupId, 'activity')}
      className={classes.health}
      data-testid="group-health"
      data-light={health.light}
    >
      <Light light={health.light} />
      {activity.score === undefined
        ? word
        : t('health', { word, score: format.count(activity.score) })}
    </Link>
  );
}
