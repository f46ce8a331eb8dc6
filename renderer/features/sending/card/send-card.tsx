import { Button } from '@mantine/core';
import { isSentState } from '@shared/domain/calendar/send-state.rules';
import { IconCheck, IconChecks, IconCopy } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { SendDesk } from '../desk/use-send-desk';
import { sendMessages } from '../send.messages';
import { CardAssets } from './card-assets';
import { GroupChips } from './group-chips';
import { ProblemLines } from './problem-lines';
import classes from './send-card.module.css';
import { SendLine } from './send-line';
import { TextAsSent } from './text-as-sent';
import { TextEdit } from './text-edit';

/** The piece in hand: its groups, the text that the chosen one gets, and what the hands can do. */
export function SendCard({ desk }: { desk: SendDesk }) {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { piece, target, text, focus, nameOf } = desk;
  if (!piece || !text || !focus) {
    return <section className={classes.card}>{t('nothingChosen')}</section>;
  }
  const { item, targets, window } = piece;
  const isSent = target !== undefined && isSentState(target.state);
  const keepFocus = { onMouseDown: (event: MouseEvent) => event.preventDefault() };
  const meta = [
    words(`slot.${item.slot}`),
    format.time(window.dueMs),
    words(`form.${item.form}`),
    words(`contentStatus.${item.status}`),
    item.owner,
  ].filter((part) => part !== undefined);
  return (
    <section className={classes.card} data-testid="send-card" data-item-id={item.id}>
      <header className={classes.head}>
        <h2>{item.title}</h2>
        <p className={classes.quiet}>{meta.join(' · ')}</p>
      </header>
      {targets.length === 0 ? (
        <p className={classes.notice}>
          <b>{t(item.groupIds.length > 0 ? 'noTargetsTitle' : 'noTargetsThen')}</b>{' '}
          {t(item.groupIds.length > 0 ? 'noTargetsText' : 'noTargetsThenText')}{' '}
          <Link href="/calendar">{t('toPlan')}</Link>
        </p>
      ) : (
        <GroupChips
          targets={targets}
          focused={focus.groupId}
          nameOf={nameOf}
          onChoose={(groupId) => desk.choose({ itemId: item.id, groupId })}
        />
      )}
      <ProblemLines desk={desk} />
      <div className={classes.textHead}>
        <b>
          {targets.length > 0 ? t('textFor', { group: nameOf(focus.groupId) }) : t('textForAll')}
        </b>
        <span className={classes.quiet}>
          {t('chars', { n: format.count([...text.text].length) })}
        </span>
        {!desk.isEditing && (
          <Button
            size="compact-xs"
            variant="subtle"
            data-testid="send-edit"
            onClick={() => desk.edit(true)}
          >
            {t('editText')}
          </Button>
        )}
      </div>
      {desk.isEditing ? (
        <TextEdit
          key={item.id}
          item={item}
          onSave={(typed) => desk.actions.setText(item.id, typed)}
          onClose={() => desk.edit(false)}
        />
      ) : text.text.trim() === '' ? (
        <p className={classes.quiet}>{t('noText')}</p>
      ) : (
        <TextAsSent text={text.text} isOpen={text.missing.length > 0} />
      )}
      <CardAssets item={item} />
      {target && target.at !== undefined && (
        <SendLine
          item={item}
          target={target}
          name={nameOf(target.groupId)}
          onUnmark={() => void desk.unmark(target.groupId)}
          onSetTime={(at) => desk.actions.setTime(focus, at)}
        />
      )}
      <div className={classes.actions}>
        {!isSent && targets.length > 0 && (
          <Button
            data-testid="send-copy-mark"
            leftSection={<IconChecks size={16} aria-hidden />}
            {...keepFocus}
            onClick={() => void desk.copyAndMark()}
          >
            {t('copyAndMark')}
          </Button>
        )}
        <Button
          variant="default"
          data-testid="send-copy"
          leftSection={
            desk.isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
          }
          {...keepFocus}
          onClick={() => void desk.copy()}
        >
          {desk.isCopied ? t('copied', { group: nameOf(focus.groupId) }) : t('copy')}
        </Button>
        {!isSent && targets.length > 0 && (
          <Button
            variant="default"
            data-testid="send-mark"
            {...keepFocus}
            onClick={() => void desk.mark()}
          >
            {t('mark')}
          </Button>
        )}
        {targets.filter(({ state }) => !isSentState(state)).length > 1 && (
          <Button
            variant="default"
            data-testid="send-mark-all"
            {...keepFocus}
            onClick={() => void desk.markAll()}
          >
            {t('markAll')}
          </Button>
        )}
        {!isSent && targets.length > 0 && (
          <Button
            variant="subtle"
            data-testid="send-skip"
            {...keepFocus}
            onClick={() => desk.askSkip()}
          >
            {t('skip')}
          </Button>
        )}
      </div>
    </section>
  );
}
