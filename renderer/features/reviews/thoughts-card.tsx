import { Textarea } from '@mantine/core';
import type { Review } from '@shared/domain/sop/review.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { changeMessages } from './change.messages';
import { saveReview } from './reviews.commands';
import classes from './reviews.module.css';
import type { OpenReview } from './reviews.queries';

const WHYS = ['why1', 'why2', 'why3'] as const;

type Said = Pick<Review, 'goal' | 'keep' | 'change' | 'whys'>;

/** What people say of the run; kept whenever a field is left. */
export function ThoughtsCard({ open: { run, review } }: { open: OpenReview }) {
  const t = useMessages(changeMessages);
  const isClosed = review?.acceptedAt !== undefined;
  const whys = review?.whys ?? [];
  const save = (said: Said) => execute(saveReview, { runId: run.id, ...said }).catch(showProblem);
  const text = (key: 'goal' | 'keep' | 'change', rows: number) => (
    <SavedText
      label={t(key)}
      isClosed={isClosed}
      rows={rows}
      maxLength={key === 'goal' ? 2000 : 5000}
      stored={review?.[key] ?? ''}
      onSave={(value) => save({ [key]: value })}
    />
  );
  return (
    <Card title={t('thoughts')} actions={<span className={classes.quiet}>{t('saved')}</span>}>
      <div className={classes.form}>
        {text('goal', 1)}
        <fieldset className={classes.whys}>
          <legend>{t('whys')}</legend>
          {WHYS.map((key, index) => (
            <SavedText
              key={key}
              label={t(key)}
              isClosed={isClosed}
              rows={1}
              maxLength={1000}
              stored={whys[index] ?? ''}
              onSave={(value) =>
                save({ whys: WHYS.map((_, at) => (at === index ? value : (whys[at] ?? ''))) })
              }
            />
          ))}
        </fieldset>
        {text('keep', 2)}
        {text('change', 2)}
      </div>
    </Card>
  );
}

type SavedTextProps = {
  label: string;
  isClosed: boolean;
  rows: number;
  maxLength: number;
  stored: string;
  onSave: (value: string) => Promise<unknown>;
};

/** A text that is kept when it is left, and follows what is stored while nobody types. */
function SavedText({ label, isClosed, rows, maxLength, stored, onSave }: SavedTextProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <Textarea
      size="xs"
      label={label}
      autosize
      minRows={rows}
      maxRows={8}
      maxLength={maxLength}
      readOnly={isClosed}
      value={draft ?? stored}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft === undefined || draft === stored) return setDraft(undefined);
        void onSave(draft).then(() => setDraft(undefined));
      }}
    />
  );
}
