import { Button } from '@mantine/core';
import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { NoticeButtons } from './notice-buttons';
import { addReadyRules } from './ready-rules.commands';
import { RuleForm } from './rule-form';
import { RuleList } from './rule-list';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';

type RulesCardProps = {
  /** In their order, those put away among them. */
  rules: readonly GroupRule[];
  /** The rules that the notice announces, and for whom. */
  announced: readonly GroupRule[];
  groupName?: string;
  /** New rules are for this group unless said otherwise. */
  groupId?: string;
  /** Of a dissolved group: only read. */
  isOver?: boolean;
};

/** The rules by whom they hold for; they can be taken over, ordered, put away, announced. */
export function RulesCard({
  rules,
  announced,
  groupName,
  groupId,
  isOver = false,
}: RulesCardProps) {
  const t = useMessages(rulesMessages);
  const language = useLanguage();
  const [edited, setEdited] = useState<{ rule?: GroupRule }>();
  const [isAll, setAll] = useState(false);
  const archived = rules.filter(({ isArchived }) => isArchived).length;
  const shown = isAll ? rules : rules.filter(({ isArchived }) => !isArchived);
  async function takeReady() {
    try {
      const { added } = await execute(addReadyRules, {
        language: language === 'en' ? 'en' : 'zh',
      });
      if (added > 0) showDone(t('readyDone', { n: added }), { undo: true });
      else showDone(t('readyNone'));
    } catch (error) {
      showProblem(error);
    }
  }
  const add: ReactNode = (
    <Button
      size="compact-sm"
      data-testid="rule-add"
      leftSection={<IconPlus size={14} />}
      onClick={() => setEdited({})}
    >
      {t('add')}
    </Button>
  );
  const ready: ReactNode = (
    <Button
      size="compact-sm"
      variant="default"
      data-testid="rules-ready"
      onClick={() => void takeReady()}
    >
      {t('ready')}
    </Button>
  );
  return (
    <Card
      title={t('rulesTitle')}
      actions={
        rules.length > 0 && (
          <span className={classes.buttons}>
            <NoticeButtons {...{ announced, groupName }} />
            {!isOver && add}
          </span>
        )
      }
    >
      {rules.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            !isOver && (
              <span className={classes.buttons}>
                {ready}
                {add}
              </span>
            )
          }
        />
      ) : (
        <>
          <RuleList rules={shown} onEdit={(rule) => setEdited({ rule })} />
          <span className={classes.buttons}>
            {!isOver && ready}
            {archived > 0 && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => setAll(!isAll)}
              >
                {isAll ? t('hideArchived') : t('showArchived', { n: archived })}
              </Button>
            )}
          </span>
        </>
      )}
      {edited && (
        <RuleForm rule={edited.rule} startGroupId={groupId} onClose={() => setEdited(undefined)} />
      )}
    </Card>
  );
}
