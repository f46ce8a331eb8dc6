import { Button, Kbd, TextInput } from '@mantine/core';
import type { Member } from '@shared/domain/members/member.schema';
import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { askingText } from './asking-text';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { type Draft, missingInDraft } from './audit-draft';
import { useAuditWords } from './use-audit-words';
import { WordsDialog } from './words-dialog';

const BY_NUMBER = 6;

type AuditReasonProps = {
  kind: 'rejected' | 'askAgain';
  member: Member;
  draft: Draft;
  onConfirm: (more: { reason?: string; said?: 'askedToast' | 'askedNoCopy' }) => void;
  onCancel: () => void;
};

/**
 * Why somebody is not approved (required), or what they are asked for: the ready-made ones by number,
 * or in free words. Enter confirms; asking copies the text.
 */
export function AuditReason({ kind, member, draft, onConfirm, onCancel }: AuditReasonProps) {
  const t = useMessages(auditMessages);
  const words = useAuditWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isEditing, setEditing] = useState(false);
  const isRejecting = kind === 'rejected';
  const ready = (isRejecting ? words.reject : words.askAgain).slice(0, BY_NUMBER);
  const reason = [...chosen, text.trim()].filter(Boolean).join(t('between'));
  const missing = missingInDraft(draft).map((field) => t(`id.${field}`));
  const asked = reason || missing.join(t('between'));
  const letter = askingText(words.text, member.name, asked);
  const toggle = (entry: string) =>
    setChosen((now) =>
      now.includes(entry)
        ? now.filter((it) => it !== entry)
        : isRejecting
          ? [entry]
          : [...now, entry],
    );
  const confirm = async () => {
    if (isRejecting) {
      if (reason !== '') onConfirm({ reason });
      return;
    }
    const said = await navigator.clipboard.writeText(letter).then(
      () => 'askedToast' as const,
      () => 'askedNoCopy' as const,
    );
    onConfirm({ said, ...(asked && { reason: asked }) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const entry = ready[Number(event.key) - 1];
    if (entry !== undefined && text === '' && /^[1-6]$/.test(event.key)) {
      event.preventDefault();
      toggle(entry);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      className={classes.reason}
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div className={classes.reasons}>
        {ready.map((entry, at) => (
          <button
            key={entry}
            type="button"
            tabIndex={-1}
            className={classes.ready}
            aria-pressed={chosen.includes(entry)}
            data-testid={`audit-ready-${at + 1}`}
            onClick={() => toggle(entry)}
          >
            <Kbd size="xs">{at + 1}</Kbd> {entry}
          </button>
        ))}
      </div>
      <div className={classes.line}>
        <TextInput
          autoFocus
          className={classes.grow}
          data-testid="audit-reason"
          data-mantine-stop-propagation
          aria-label={t(isRejecting ? 'rejectReason' : 'askReason')}
          placeholder={t(isRejecting ? 'rejectReasonHint' : 'askReasonHint')}
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" size="sm" disabled={isRejecting && reason === ''}>
          {t(isRejecting ? 'reject' : 'askAgain')}
        </Button>
        <Button size="sm" variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      {!isRejecting && (
        <p className={classes.letter} data-testid="audit-letter">
          <span className={classes.label}>{t('askText')}</span>
          {letter}
        </p>
      )}
      <Button
        className={classes.edit}
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => setEditing(true)}
      >
        {t('reasonsEdit')}
      </Button>
      {isEditing && <WordsDialog words={words} onClose={() => setEditing(false)} />}
    </form>
  );
}
