import { Button, Group } from '@mantine/core';
import type { ReplyDraft, ReplyImportPlan } from '@shared/domain/replies/reply-import.rules';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { repliesMessages } from '../replies.messages';
import classes from './take-in.module.css';

type PlanPartProps = {
  plan: ReplyImportPlan;
  isBusy: boolean;
  onBack: () => void;
  onCommit: () => void;
};

/** As many as one reads before committing; the counts are of all. */
const SHOWN = 100;

/** What the table comes to: new entries, changes with old and new, and what is left out and why. */
export function PlanPart({ plan, isBusy, onBack, onCommit }: PlanPartProps) {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  const { adds, changes, unchanged, errors } = plan;
  return (
    <div className={classes.part}>
      <p
        data-testid="reply-import-counts"
        data-adds={adds.length}
        data-changes={changes.length}
        data-unchanged={unchanged}
        data-errors={errors.length}
      >
        {t('take.counts', {
          adds: format.count(adds.length),
          changes: format.count(changes.length),
          unchanged: format.count(unchanged),
          errors: format.count(errors.length),
        })}
      </p>
      <div className={classes.plan}>
        <Part title={t('take.errors')} count={errors.length}>
          {errors.slice(0, SHOWN).map(({ row, code, other = 0 }) => (
            <li key={row} className={classes.line} data-testid="reply-import-fault">
              <b className={classes.row}>{t('take.row', { row })}</b>
              <span>{t(`fault.${code}`, { other })}</span>
            </li>
          ))}
        </Part>
        <Part title={t('take.changes')} count={changes.length}>
          {changes.slice(0, SHOWN).map(({ id, before, after }) => (
            <li key={id} className={classes.line} data-testid="reply-import-change">
              <b>{after.keyword}</b>
              <span>
                <Change before={before.answer} after={after.answer} />
                <Change before={aside(before)} after={aside(after)} />
              </span>
            </li>
          ))}
        </Part>
        <Part title={t('take.adds')} count={adds.length}>
          {adds.slice(0, SHOWN).map((draft) => (
            <li key={draft.keyword} className={classes.line} data-testid="reply-import-add">
              <b>{draft.keyword}</b>
              <span>
                {draft.answer} <span className={classes.quiet}>{aside(draft)}</span>
              </span>
            </li>
          ))}
        </Part>
      </div>
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('take.back')}
        </Button>
        <Button
          data-testid="reply-import-commit"
          loading={isBusy}
          disabled={adds.length + changes.length === 0}
          onClick={onCommit}
        >
          {t('take.commit', { count: format.count(adds.length + changes.length) })}
        </Button>
      </Group>
    </div>
  );
}

const aside = ({ synonyms, category }: ReplyDraft) =>
  [...synonyms, ...(category ? [`[${category}]`] : [])].join(' · ');

function Change({ before, after }: { before: string; after: string }) {
  if (before === after) return null;
  return (
    <span className={classes.change}>
      {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
    </span>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  if (count === 0) return null;
  return (
    <section>
      <h3>
        {title} {format.count(count)}
      </h3>
      <ul>{children}</ul>
      {count > SHOWN && <p>{t('take.more', { count: format.count(count - SHOWN) })}</p>}
    </section>
  );
}
