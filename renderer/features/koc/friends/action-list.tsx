import { Button } from '@mantine/core';
import type { FriendAction } from '@shared/domain/group-life/group-day.schema';
import { joinId } from '@shared/lib/record-ids';
import { addDays, weekStart } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { Chip } from '@/ui/chip';
import { CopyButton } from '../copy-button';
import { doAndSay } from '../do-and-say';
import { removeFriendAction } from '../friend-actions.commands';
import classes from '../koc.module.css';
import { readCallNames } from '../koc.queries';
import { useGroupNames } from '../use-koc';
import type { FriendDraft } from './friend-dialog';
import { friendsMessages } from './friends.messages';

/** So many of an action's people are named; the rest is counted. */
const NAMED = 6;
/** Older ones are left to the export of everything. */
const SHOWN = 200;

type ActionListProps = {
  /** The latest day first. */
  actions: readonly FriendAction[];
  today: string;
  onEdit: (draft: FriendDraft) => void;
};

/** What is planned, then what was done, week by week. */
export function ActionList({ actions, today, onEdit }: ActionListProps) {
  const t = useMessages(friendsMessages);
  const format = useFormat();
  const shown = actions.slice(0, SHOWN);
  const places = shown.flatMap(({ groupId, memberIds }) =>
    memberIds.slice(0, NAMED).map((memberId) => ({ memberId, groupId })),
  );
  const names = useLive(
    () => readCallNames(places),
    [places.map(({ memberId, groupId }) => joinId(memberId, groupId)).join(' ')],
  );
  const headOf = (day: string) => {
    if (day > today) return t('planned');
    const monday = weekStart(day);
    return t('week', { from: format.day(monday), to: format.day(addDays(monday, 6)) });
  };
  return (
    <div>
      {shown.map((action, at) => {
        const head = headOf(action.day);
        const before = shown[at - 1];
        return (
          <div key={action.id}>
            {(!before || headOf(before.day) !== head) && <p className={classes.week}>{head}</p>}
            <ActionRow action={action} names={names} onEdit={onEdit} />
          </div>
        );
      })}
    </div>
  );
}

type ActionRowProps = {
  action: FriendAction;
  names: ReadonlyMap<string, string> | undefined;
  onEdit: (draft: FriendDraft) => void;
};

function ActionRow({ action, names, onEdit }: ActionRowProps) {
  const t = useMessages(friendsMessages);
  const format = useFormat();
  const groupName = useGroupNames();
  const { id, title, day, kind, groupId, memberIds, participants, note, by } = action;
  const named = memberIds
    .slice(0, NAMED)
    .map((memberId) => names?.get(joinId(memberId, groupId)) ?? t('someone'))
    .join(t('comma'));
  const who =
    memberIds.length > NAMED ? t('andMore', { names: named, count: memberIds.length }) : named;
  const facts = [
    groupName(groupId),
    who,
    participants !== undefined && t('counted', { count: participants }),
    note,
    by,
  ].filter(Boolean);
  return (
    <div
      className={classes.action}
      data-testid="friend-action"
      data-id={id}
      data-kind={kind}
      data-day={day}
    >
      <span>{format.dayWithWeekday(day)}</span>
      <span>
        <Chip tone={kind === 'publicPraise' ? 'green' : 'teal'}>{t(`kind.${kind}`)}</Chip> {title}
        <small>{facts.join(' · ')}</small>
      </span>
      <span className={classes.line}>
        {kind === 'publicPraise' && memberIds.length > 0 && (
          <CopyButton
            testId="friend-praise-copy"
            text={t('praiseOf', { names: who, title })}
            words={{ copy: t('copyPraise'), copied: t('copied'), failed: t('copyFailed') }}
          />
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          data-testid="friend-edit"
          onClick={() => onEdit(action)}
        >
          {t('edit')}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          data-testid="friend-remove"
          onClick={() =>
            void doAndSay(() => execute(removeFriendAction, { id, title }), t('removed', { title }))
          }
        >
          {t('remove')}
        </Button>
      </span>
    </div>
  );
}
