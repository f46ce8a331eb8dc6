import { Button, Progress } from '@mantine/core';
import { assertNever } from '@shared/lib/errors';
import { useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { ImportProgress } from '@/workers/import/import-types';
import { importMessages } from './import.messages';
import classes from './progress-line.module.css';
import { startOver } from './session/import-session';

const SHOW_AFTER_MS = 1000;

/** How far it is, and a way to stop; only for what takes longer than a second. */
export function ProgressLine({ progress, file }: { progress: ImportProgress; file: string }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  const { done, total } = progress;
  return (
    <div className={classes.line} role="status">
      <span className={classes.words}>{words(progress, t, file)}</span>
      {total > 0 && (
        <span className={classes.count}>
          {t('progress', { done: format.count(done), total: format.count(total) })}
        </span>
      )}
      <Progress
        className={classes.bar}
        size="sm"
        value={total > 0 ? (done / total) * 100 : 100}
        animated={total === 0}
        aria-label={words(progress, t, file)}
      />
      <Button
        size="compact-sm"
        variant="default"
        data-testid="import-cancel"
        onClick={() => void startOver()}
      >
        {t('cancel')}
      </Button>
    </div>
  );
}

type Translate = ReturnType<typeof useMessages<keyof typeof importMessages.zh>>;

function words({ step }: ImportProgress, t: Translate, file: string): string {
  switch (step) {
    case 'read':
      return t('reading', { file });
    case 'compare':
      return t('comparing');
    case 'plan':
      return t('planning');
    case 'write':
      return t('writing');
    default:
      return assertNever(step, 'import progress');
  }
}
