import { ActionIcon } from '@mantine/core';
import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';
import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowUp,
  IconPencil,
} from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import { archiveGroupRule, orderGroupRules } from './group-rules.commands';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';
import { useRuleWords } from './use-rule-words';
import { useScopeName } from './use-scope-name';

type RuleListProps = { rules: readonly GroupRule[]; onEdit: (rule: GroupRule) => void };

/** Rules under the name of those for whom they hold: everybody's, then a class's, then a group's own. */
export function RuleList({ rules, onEdit }: RuleListProps) {
  const scopeName = useScopeName();
  const scopes = new Map<string, GroupRule[]>();
  const width = ({ groupId, classId }: GroupRule) => (groupId ? 2 : classId ? 1 : 0);
  for (const rule of [...rules].sort((a, b) => width(a) - width(b))) {
    const key = `${rule.classId ?? ''} ${rule.groupId ?? ''}`;
    scopes.set(key, [...(scopes.get(key) ?? []), rule]);
  }
  return [...scopes].map(([key, own]) => {
    const [first] = own;
    return (
      first && (
        <section key={key} className={classes.scope}>
          <h3>{scopeName(first)}</h3>
          <ul className={classes.rules}>
            {own.map((rule, at) => (
              <RuleRow key={rule.id} rule={rule} at={at} among={own} onEdit={() => onEdit(rule)} />
            ))}
          </ul>
        </section>
      )
    );
  });
}

type RuleRowProps = {
  rule: GroupRule;
  at: number;
  among: readonly GroupRule[];
  onEdit: () => void;
};

function RuleRow({ rule, at, among, onEdit }: RuleRowProps) {
  const t = useMessages(rulesMessages);
  const wordsOf = useRuleWords();
  const { id, text, polarity, isArchived = false } = rule;
  const moveTo = (to: number) => {
    const ruleIds = among.map((it) => it.id).filter((it) => it !== id);
    ruleIds.splice(to, 0, id);
    execute(orderGroupRules, { ruleIds }).catch(showProblem);
  };
  const archive = () =>
    execute(archiveGroupRule, { ruleId: id, isArchived: !isArchived }).then(
      () => showDone(t(isArchived ? 'restored' : 'archived', { text }), { undo: true }),
      showProblem,
    );
  const button = { variant: 'subtle', color: 'gray', size: 'sm' } as const;
  return (
    <li
      className={classes.rule}
      data-testid="rule-row"
      data-rule-id={id}
      data-polarity={polarity}
      data-archived={isArchived}
    >
      <Chip tone={polarity === 'encouraged' ? 'green' : 'red'}>{t(`polarity.${polarity}`)}</Chip>
      <span className={classes.what}>
        {text}
        <small>{wordsOf(rule)}</small>
      </span>
      <span className={classes.tools}>
        <ActionIcon
          {...button}
          aria-label={t('up', { text })}
          disabled={at === 0}
          onClick={() => moveTo(at - 1)}
        >
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          {...button}
          aria-label={t('down', { text })}
          disabled={at === among.length - 1}
          onClick={() => moveTo(at + 1)}
        >
          <IconArrowDown size={14} />
        </ActionIcon>
        <ActionIcon
          {...button}
          aria-label={t('editOf', { text })}
          title={t('edit')}
          onClick={onEdit}
        >
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon
          {...button}
          aria-label={t(isArchived ? 'restoreOf' : 'archiveOf', { text })}
          title={t(isArchived ? 'restore' : 'archive')}
          onClick={() => void archive()}
        >
          {isArchived ? <IconArchiveOff size={14} /> : <IconArchive size={14} />}
        </ActionIcon>
      </span>
    </li>
  );
}
