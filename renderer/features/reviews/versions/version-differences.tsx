import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { FlowDifferences } from '@/features/flow-templates/index';
import { Card } from '@/ui/card';
import classes from '../reviews.module.css';
import { versionsMessages } from './versions.messages';

/** What the newer version says otherwise, and why in the words of whoever published it. */
export function VersionDifferences({ a, b }: { a: SopTemplate; b: SopTemplate }) {
  const t = useMessages(versionsMessages);
  const notes = [a, b].filter((it) => it.changeNote);
  return (
    <Card title={t('differences')}>
      <div className={classes.form} data-testid="version-differences">
        {notes.map(({ id, version, changeNote = '', reviewId }) => (
          <p key={id} className={classes.quiet}>
            {t('note', { version, note: changeNote })}
            {reviewId && ` · ${t('fromReview')}`}
          </p>
        ))}
        <FlowDifferences before={a} after={b} />
      </div>
    </Card>
  );
}
