import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import {
  type StepDifference,
  versionDifferences,
} from '@shared/domain/sop/version-differences.rules';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { DiffText } from '../changes/diff-text';
import classes from '../reviews.module.css';
import { versionsMessages } from './versions.messages';

/** Where the newer version's steps differ from the older one's. */
export function VersionDifferences({ a, b }: { a: SopTemplate; b: SopTemplate }) {
  const t = useMessages(versionsMessages);
  const say = useBilingual();
  const differences = versionDifferences(a.steps, b.steps);
  const notes = [a, b].filter((it) => it.changeNote);
  return (
    <Card title={t('differences')}>
      <div className={classes.form}>
        {notes.map(({ id, version, changeNote = '', reviewId }) => (
          <p key={id} className={classes.quiet}>
            {t('note', { version, note: changeNote })}
            {reviewId && ` · ${t('fromReview')}`}
          </p>
        ))}
        {differences.length === 0 ? (
          <p className={classes.text}>{t('same')}</p>
        ) : (
          <ul className={classes.effects} data-testid="version-differences">
            {differences.map((difference, index) => {
              const step = b.steps[difference.position - 1] ?? a.steps[difference.position - 1];
              return (
                <li key={`${difference.kind}.${index}`} className={classes.effect}>
                  <b>
                    {t('step', {
                      position: difference.position,
                      title: step ? say(step.title) : '',
                    })}
                  </b>{' '}
                  {t(`kind.${difference.kind}`, {
                    name: difference.name ? say(difference.name) : '',
                  })}
                  <Change difference={difference} />
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Change({ difference }: { difference: StepDifference }) {
  const t = useMessages(versionsMessages);
  const format = useFormat();
  const say = useBilingual();
  const { kind, before, after, from, to } = difference;
  if (before || after) {
    return <DiffText before={before ? say(before) : ''} after={after ? say(after) : ''} />;
  }
  if (from === undefined && to === undefined) return null;
  const number = (value: number | undefined) => {
    if (value === undefined) return t('notSet');
    if (kind === 'due') return t('days', { n: value });
    return value <= 1 ? format.percent(value) : format.count(value);
  };
  return <> {t('from', { from: number(from), to: number(to) })}</>;
}
