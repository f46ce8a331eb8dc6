import { Button } from '@mantine/core';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { ListSettings } from '../group-lists.queries';
import { nicknamesMessages } from './nicknames.messages';
import classes from './nicknames.module.css';
import { TemplateDialog } from './template-dialog';
import { useExample, useNicknames } from './use-nicknames';
import { ViolatorList } from './violator-list';

type NicknameCardProps = {
  groupId: string;
  settings: ListSettings;
  lists: readonly RosterList[];
};

/** How people are to call themselves in the group, and who does not yet. */
export function NicknameCard({ groupId, settings, lists }: NicknameCardProps) {
  const t = useMessages(nicknamesMessages);
  const format = useFormat();
  const exampleOf = useExample();
  const [isEditing, setEditing] = useState(false);
  const isOver = settings.group?.phase === 'dissolved';
  const state = useNicknames(groupId, settings, lists);
  const { template, from, isOff, named, unnamed, violators, fixed, isReady } = state;
  const [bad, of] = [violators.length, named.length];
  const percent = format.percent(bad / of, of);
  const counted = { bad: format.count(bad), of: format.count(of), percent };
  return (
    <Card
      title={t('title')}
      actions={
        !isOver && (
          <Button
            size="compact-sm"
            variant="default"
            data-testid="nickname-edit"
            onClick={() => setEditing(true)}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      <div className={classes.card} data-testid="nicknames" data-ready={isReady}>
        <p>
          {t('template')}: <b data-testid="nickname-template">{isOff ? t('off') : template}</b>{' '}
          <small>{t(`from.${from}`)}</small>
        </p>
        {!isOff && (
          <p className={classes.quiet}>
            {t('example')} {exampleOf(template)}
          </p>
        )}
        {isReady && !isOff && (
          <p data-testid="nickname-count" data-count={bad} data-of={of}>
            {of === 0
              ? t('noNames')
              : bad === 0
                ? t('allFine', counted)
                : t(of < 30 ? 'countFew' : 'count', counted)}{' '}
            <Why word={t('why')}>{t('whyText')}</Why>
          </p>
        )}
        {unnamed > 0 && of > 0 && !isOff && (
          <p className={classes.quiet}>{t('unnamed', { count: format.count(unnamed) })}</p>
        )}
        {fixed && !isOff && <p className={classes.quiet}>{t('fixed', fixed)}</p>}
        {bad > 0 && (
          <ViolatorList
            violators={violators}
            template={template}
            groupName={settings.group?.name ?? ''}
            listId={isOver ? undefined : lists[0]?.id}
          />
        )}
      </div>
      {isEditing && (
        <TemplateDialog
          groupId={groupId}
          template={template}
          from={from}
          people={named}
          regions={state.regions}
          onClose={() => setEditing(false)}
        />
      )}
    </Card>
  );
}
