import { TextInput } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { renameRun } from './run.commands';
import classes from './run-page.module.css';
import { sopMessages } from './sop.messages';

/** The run's name, changed in place: Enter saves, Escape leaves it as it was. */
export function RunTitle({ run }: { run: SopRun }) {
  const t = useMessages(sopMessages);
  const [text, setText] = useState<string>();
  const save = () => {
    const title = text?.trim();
    setText(undefined);
    if (!title || title === run.title) return;
    execute(renameRun, { runId: run.id, title }).catch(showProblem);
  };
  return (
    <span className={classes.titleRow}>
      <Link href="/sop" className={classes.back} aria-label={t('back')} title={t('back')}>
        <IconArrowLeft size={18} />
      </Link>
      {text === undefined ? (
        <button
          type="button"
          className={classes.titleButton}
          title={t('rename')}
          onClick={() => setText(run.title)}
        >
          {run.title}
          <IconPencil size={14} aria-hidden />
        </button>
      ) : (
        <TextInput
          autoFocus
          size="xs"
          maxLength={100}
          aria-label={t('rename')}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setText(undefined);
          }}
        />
      )}
    </span>
  );
}
