import { Button } from '@mantine/core';
import type { FriendAction } from '@shared/domain/group-life/group-day.schema';
import { addDays } from '@shared/lib/time';
import { IconPlus, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useToday } from '@/app/use-today';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { GroupSelect } from '../group-select';
import classes from '../koc.module.css';
import { readFriendActions } from '../koc.queries';
import { ViewSwitch } from '../view-switch';
import { ActionList } from './action-list';
import { FriendDialog, type FriendDraft } from './friend-dialog';
import { friendsMessages } from './friends.messages';
import { IdeasCard } from './ideas-card';

const LATELY_DAYS = 28;

/** What was done and is planned so that members get acquainted, and whom to think of next. */
export function FriendsPage() {
  const t = useMessages(friendsMessages);
  const today = useToday();
  const [groupId, setGroupId] = useState<string>();
  const [draft, setDraft] = useState<FriendDraft>();
  const actions = useLive(() => readFriendActions(groupId), [groupId]);
  const begin = () => setDraft({ day: today, kind: 'topic', ...(groupId && { groupId }) });
  return (
    <Page
      testId="page-groups-kocs"
      ready={actions !== undefined}
      title={t('title')}
      subtitle={actions && subtitleOf(actions, today, t)}
      actions={
        <Button
          data-testid="friend-add"
          leftSection={<IconPlus size={16} stroke={2} />}
          onClick={begin}
        >
          {t('add')}
        </Button>
      }
      filters={
        <>
          <ViewSwitch open="friends" />
          <GroupSelect
            label={t('groupFilter')}
            all={t('allGroups')}
            value={groupId}
            testId="koc-group"
            onChange={setGroupId}
          />
        </>
      }
    >
      <div className={classes.columns}>
        <Card>
          {actions?.length === 0 && (
            <EmptyState
              icon={IconUsersPlus}
              title={t('emptyTitle')}
              text={t('emptyText')}
              action={
                <Button variant="light" onClick={begin}>
                  {t('add')}
                </Button>
              }
            />
          )}
          {actions && actions.length > 0 && (
            <ActionList actions={actions} today={today} onEdit={setDraft} />
          )}
        </Card>
        <IdeasCard groupId={groupId} onNote={(idea) => setDraft({ day: today, ...idea })} />
      </div>
      {draft && <FriendDialog draft={draft} onClose={() => setDraft(undefined)} />}
    </Page>
  );
}

function subtitleOf(
  actions: readonly FriendAction[],
  today: string,
  t: ReturnType<typeof useMessages<keyof typeof friendsMessages.zh>>,
): string {
  if (actions.length === 0) return t('subtitleEmpty');
  const since = addDays(today, 1 - LATELY_DAYS);
  const lately = actions.filter(({ day }) => day <= today && day >= since);
  return t('subtitle', {
    done: lately.length,
    people: new Set(lately.flatMap(({ memberIds }) => memberIds)).size,
    planned: actions.filter(({ day }) => day > today).length,
  });
}
