import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmarkPlus, IconCheck, IconDots, IconRotate, IconX } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { openQuickReply, useMinutes } from '@/features/replies';
import { Chip } from '@/ui/chip';
import type { QuestionLine } from '@/workers/replies/question-types';
import { settleQuestion } from '../chat-questions.commands';
import { chatQuestionsMessages } from '../chat-questions.messages';
import classes from './question-list.module.css';

export type QuestionRowProps = {
  line: QuestionLine;
  onMakeReply: (line: QuestionLine) => void;
};

/** One question: who asked it where and when, how long it waits or took, and what to do. */
export function QuestionRow({ line, onMakeReply }: QuestionRowProps) {
  const t = useMessages(chatQuestionsMessages);
  const { id, text, state, memberName, asker, groupId } = line;
  const settle = async (next: QuestionLine['state']) => {
    try {
      await execute(settleQuestion, { id, state: next });
      showDone(t('settled'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.row} data-testid="question-row" data-state={state} data-id={id}>
      <div className={classes.said}>
        <p className={classes.text}>{text}</p>
        <QuestionFacts line={line} />
      </div>
      <Waiting line={line} />
      {state === 'open' && (
        <Button
          size="compact-sm"
          variant="light"
          data-testid="question-find"
          aria-label={t('findOf', { text: text.slice(0, 40) })}
          onClick={() =>
            openQuickReply({ text, groupId, questionId: id, asker: asker ?? memberName })
          }
        >
          {t('find')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        data-testid="question-make-reply"
        leftSection={<IconBookmarkPlus size={14} stroke={1.75} />}
        onClick={() => onMakeReply(line)}
      >
        {t('makeReply')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            data-testid="question-more"
            aria-label={`${t('more')}: ${text.slice(0, 40)}`}
          >
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {state === 'open' && (
            <Menu.Item
              data-testid="question-answered"
              leftSection={<IconCheck size={16} />}
              onClick={() => void settle('answered')}
            >
              {t('setAnswered')}
            </Menu.Item>
          )}
          {state !== 'ignored' && (
            <Menu.Item
              data-testid="question-ignore"
              leftSection={<IconX size={16} />}
              onClick={() => void settle('ignored')}
            >
              {t('setIgnored')}
            </Menu.Item>
          )}
          {state !== 'open' && (
            <Menu.Item
              data-testid="question-open"
              leftSection={<IconRotate size={16} />}
              onClick={() => void settle('open')}
            >
              {t('setOpen')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function QuestionFacts({ line }: { line: QuestionLine }) {
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  const { memberName, asker = '', groupName, askedAt, isDayOnly, answeredBy, keyword } = line;
  const who =
    memberName === undefined
      ? asker
      : asker === '' || asker === memberName
        ? memberName
        : `${asker} (${memberName})`;
  const facts = [
    who,
    groupName ?? t('noGroup'),
    isDayOnly ? `${format.date(askedAt)} ${t('dayOnly')}` : format.relativeTime(askedAt),
    line.state === 'answered' && answeredBy !== undefined && t('answeredBy', { who: answeredBy }),
    keyword !== undefined && t('byReply', { keyword }),
  ];
  return (
    <p className={classes.facts}>
      {facts.filter((fact) => fact !== false && fact !== '').join(' · ')}
    </p>
  );
}

function Waiting({ line }: { line: QuestionLine }) {
  const t = useMessages(chatQuestionsMessages);
  const minutes = useMinutes();
  const { state, askedAt, answeredAt, isDayOnly } = line;
  if (state === 'ignored') return null;
  if (state === 'open') {
    return <Chip tone="yellow">{t('waits', { time: minutes(Date.now() - askedAt) })}</Chip>;
  }
  const isKnown = answeredAt !== undefined && !isDayOnly && answeredAt >= askedAt;
  return (
    <Chip tone="green">
      {isKnown ? t('tookOne', { time: minutes(answeredAt - askedAt) }) : t('answeredNoTime')}
    </Chip>
  );
}
