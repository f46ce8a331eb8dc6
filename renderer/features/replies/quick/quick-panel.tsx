import { Modal, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { useReturnFocus } from '@/ui/use-return-focus';
import { AnswerText } from '../copy/answer-text';
import { copyAnswer } from '../copy/copy-answer';
import { FillFields } from '../copy/fill-fields';
import { readReplySurroundings } from '../copy/reply-facts.queries';
import { useFilledAnswer } from '../copy/use-filled-answer';
import { ReplyForm } from '../library/reply-form';
import { repliesMessages } from '../replies.messages';
import classes from './quick.module.css';
import { QuickHits } from './quick-hits';
import { closeQuickReply, type QuickStart } from './quick-state';
import { useQuickHits } from './use-quick-hits';

/** The group whose page is open, where it is one. */
const GROUP_PAGE = /^\/groups\/group\/([^/]+)/;

/** Type, Enter, pasted: the answer goes into the clipboard, filled, and one is back where one was. */
export function QuickPanel({ start }: { start: QuickStart }) {
  useReturnFocus();
  const t = useMessages(repliesMessages);
  const [location, navigate] = useLocation();
  const groups = useLive(readReplySurroundings, [])?.groups ?? [];
  const [groupId, setGroupId] = useState(start.groupId ?? GROUP_PAGE.exec(location)?.[1]);
  const [text, setText] = useState(start.text ?? '');
  const [active, setActive] = useState(0);
  const [isFilling, setFilling] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  const found = useQuickHits(text, groupId);
  const hits = found?.hits ?? [];
  const at = Math.min(active, Math.max(0, hits.length - 1));
  const reply = hits[at]?.reply;
  const copyFor = { ...start, groupId };
  const filled = useFilledAnswer(reply, copyFor);

  const copy = async () => {
    if (!reply || !filled) return;
    if (filled.asked.length > 0 && !isFilling) {
      setFilling(true);
      return;
    }
    if (filled.open.length > 0) return;
    if (await copyAnswer(reply, filled.text, filled.typed, copyFor)) closeQuickReply();
  };
  /** Enter where nothing fits: the words become an entry, or an empty library gets its first ones. */
  const enter = () => {
    if (found?.text !== text) return;
    if (reply) void copy();
    else if (text.trim() !== '') setMaking(true);
    else {
      closeQuickReply();
      navigate('/groups/replies');
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (!isFilling) closeQuickReply();
      else {
        setFilling(false);
        input.current?.focus();
      }
    } else if (step !== undefined && !isFilling && hits.length > 0) {
      event.preventDefault();
      setActive((at + step + hits.length) % hits.length);
    } else if (event.key === 'Enter' && event.target === input.current) {
      event.preventDefault();
      enter();
    }
  };

  if (isMaking) {
    return (
      <ReplyForm
        start={{ keyword: text.trim().slice(0, 60), ...(groupId && { groupIds: [] }) }}
        onClose={closeQuickReply}
      />
    );
  }
  return (
    <Modal
      opened
      onClose={closeQuickReply}
      closeOnEscape={false}
      withCloseButton={false}
      aria-label={t('quick.title')}
      padding={0}
      size={680}
      centered={false}
      yOffset="12vh"
      zIndex={400}
      data-testid="quick-reply"
      onKeyDown={onKey}
    >
      <div className={classes.top}>
        <TextInput
          ref={input}
          className={classes.search}
          variant="unstyled"
          data-testid="quick-reply-input"
          data-autofocus
          data-mantine-stop-propagation
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="quick-hits"
          {...(reply ? { 'aria-activedescendant': `quick-${reply.id}` } : {})}
          aria-label={t('quick.title')}
          placeholder={t('quick.placeholder')}
          leftSection={<IconSearch size={18} stroke={1.75} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
            setFilling(false);
          }}
        />
        {groups.length > 0 && (
          <Select
            size="xs"
            w={180}
            data-testid="quick-reply-group"
            data-mantine-stop-propagation
            aria-label={t('quick.group')}
            placeholder={t('quick.group')}
            clearable
            searchable
            comboboxProps={{ zIndex: 500 }}
            data={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={groupId ?? null}
            onChange={(value) => setGroupId(value ?? undefined)}
          />
        )}
      </div>
      {found && hits.length === 0 && (
        <p className={classes.nothing} data-testid="quick-reply-nothing">
          {t(text.trim() === '' ? 'quick.empty' : 'quick.nothing')}
        </p>
      )}
      <QuickHits
        hits={hits}
        active={at}
        text={found?.text ?? ''}
        onPick={(index) => {
          setActive(index);
          setFilling(false);
        }}
        onCopy={() => void copy()}
      />
      {filled && (
        <div className={classes.answer}>
          {isFilling && filled.asked.length > 0 && (
            <FillFields
              key={reply?.id}
              filled={filled}
              onDone={() => void copy()}
              isFocusedAtOnce
            />
          )}
          <div data-testid="quick-reply-answer">
            <AnswerText text={filled.text} />
          </div>
        </div>
      )}
      <p className={classes.hint}>{t(isFilling ? 'quick.hintFill' : 'quick.hint')}</p>
    </Modal>
  );
}
