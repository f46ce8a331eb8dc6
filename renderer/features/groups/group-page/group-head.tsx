import { peopleOver } from '@shared/domain/groups/capacity.rules';
import type { GROUP_PHASES, Group } from '@shared/domain/groups/group.schema';
import { groupsOfClass } from '@shared/domain/groups/member-class.rules';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { Chip } from '@/ui/chip';
import { deferred } from '@/ui/deferred';
import { GroupBar } from '../group-bar';
import { groupsMessages } from '../groups.messages';
import type { GroupWithCount } from '../groups.queries';
import { useClassBook } from '../use-groups';
import { groupPageMessages } from './group-page.messages';
import classes from './group-page.module.css';

const Health = deferred(async () => (await import('./group-health')).GroupHealth).Part;

const TONES = {
  early: 'teal',
  middle: 'plain',
  late: 'yellow',
  dissolved: 'plain',
} as const satisfies Record<(typeof GROUP_PHASES)[number], string>;

/** The name of the group, its phase, and the way back to the list. */
export function GroupTitle({ group }: { group: Group }) {
  const t = useMessages(groupPageMessages);
  const words = useMessages(wordsMessages);
  return (
    <span className={classes.title}>
      <Link href="/groups" className={classes.back} data-testid="group-back" title={t('back')}>
        <IconChevronLeft size={18} aria-hidden />
        <span>{t('list')}</span>
      </Link>
      <span className={classes.name}>{group.name}</span>
      <Chip tone={TONES[group.phase]}>{words(`groupPhase.${group.phase}`)}</Chip>
    </span>
  );
}

/** For whom it is, how full it is, and until when its code works. */
export function GroupFacts({ row }: { row: GroupWithCount }) {
  const { group, count } = row;
  const t = useMessages(groupPageMessages);
  const groups = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const today = useToday();
  const book = useClassBook();
  const ownClass = book?.classes.find(
    (it) => it.id === group.classId || groupsOfClass(it, [group], book.classes).length > 0,
  );
  const identity =
    group.identity === 'unknown' ? groups('unclassed') : words(`identity.${group.identity}`);
  const { qrUntil } = group;
  const over = peopleOver(count, group.capacity);
  return (
    <span className={classes.facts}>
      <Health groupId={group.id} />
      <span>{[ownClass?.name ?? identity, group.region].filter(Boolean).join(' · ')}</span>
      <span>
        <GroupBar {...group} count={count} />{' '}
        {t('inside', { count: format.count(count), capacity: format.count(group.capacity) })}
      </span>
      {over > 0 && (
        <span data-tone="over" data-testid="group-over">
          {groups('over', { count: format.count(over) })}
        </span>
      )}
      {qrUntil !== undefined && (
        <span data-tone={qrUntil < today ? 'over' : undefined}>
          {t(qrUntil < today ? 'qrOver' : 'qrUntil', { day: format.day(qrUntil) })}
        </span>
      )}
    </span>
  );
}
