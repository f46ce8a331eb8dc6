import { Button, Checkbox, TextInput } from '@mantine/core';
import type { ReviewChange } from '@shared/domain/sop/review.schema';
import { applyReviewChanges } from '@shared/domain/sop/review-changes.rules';
import { useState } from 'react';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { changeMessages } from '../change.messages';
import { acceptReview, saveReview } from '../reviews.commands';
import classes from '../reviews.module.css';
import type { OpenReview } from '../reviews.queries';
import { ChangeForm } from './change-form';
import { EffectLine } from './effect-line';

type ChangesCardProps = {
  open: OpenReview;
  /** The step that a change is offered for first. */
  worst: number | undefined;
};

/** What the next version does differently, seen before it is accepted. */
export function ChangesCard({ open, worst }: ChangesCardProps) {
  const t = useMessages(changeMessages);
  const format = useFormat();
  const { run, review, newest, template, nextVersion, acceptedVersion } = open;
  const [isAdding, setAdding] = useState(false);
  const [note, setNote] = useState('');
  const [seen, setSeen] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const changes = review?.changes ?? [];
  const isAccepted = review?.acceptedAt !== undefined;
  // An accepted review shows what it did to the version that it was made on.
  const base = isAccepted ? (template ?? newest) : newest;
  const versionsHref = `/sop/reviews/versions/${encodeURIComponent(run.templateKey)}`;
  if (!base) {
    return (
      <Card title={t('changes')}>
        <p className={classes.text}>{t('noTemplate')}</p>
        <Button component={Link} href="/sop/templates" size="xs" variant="light" mt={8}>
          {t('toTemplates')}
        </Button>
      </Card>
    );
  }
  const { effects } = applyReviewChanges(base.steps, changes);
  const isNewer = !isAccepted && base.version !== run.templateVersion;
  const canAccept =
    effects.length > 0 &&
    effects.every(({ kind }) => kind === 'done') &&
    (!isNewer || seen === base.id);
  const save = (next: ReviewChange[]) =>
    execute(saveReview, { runId: run.id, changes: next }).catch(showProblem);
  const accept = async () => {
    setBusy(true);
    try {
      const { version } = await execute(acceptReview, {
        runId: run.id,
        onTemplateId: base.id,
        ...(note.trim() ? { changeNote: note.trim() } : {}),
      });
      showDone(t('acceptedToast', { version }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
    setBusy(false);
  };
  return (
    <Card title={t('changes')}>
      <div className={classes.form} data-testid="review-changes">
        <p className={classes.quiet}>{t('changesText')}</p>
        {isNewer && (
          <NewerNotice
            open={open}
            seen={seen === base.id}
            onSeen={(is) => setSeen(is ? base.id : undefined)}
          />
        )}
        {effects.length === 0 && !isAdding && <p className={classes.text}>{t('none')}</p>}
        <ul className={classes.effects}>
          {effects.map((effect, index) => (
            <EffectLine
              key={`${index}.${effect.change.kind}`}
              effect={effect}
              steps={base.steps}
              {...(isAccepted
                ? {}
                : { onRemove: () => void save(changes.filter((_, at) => at !== index)) })}
            />
          ))}
        </ul>
        {!isAccepted && isAdding && (
          <ChangeForm
            steps={base.steps}
            first={worst}
            onAdd={(change) => void save([...changes, change]).then(() => setAdding(false))}
            onClose={() => setAdding(false)}
          />
        )}
        {!isAccepted && !isAdding && (
          <>
            <div>
              <Button
                size="xs"
                variant="light"
                data-testid="review-add-change"
                onClick={() => setAdding(true)}
              >
                {t('add')}
              </Button>
            </div>
            {effects.length > 0 && (
              <>
                <TextInput
                  size="xs"
                  label={t('changeNote')}
                  maxLength={2000}
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
                <Button
                  data-testid="review-accept"
                  loading={isBusy}
                  disabled={!canAccept}
                  onClick={() => void accept()}
                >
                  {t('accept', { version: nextVersion })}
                </Button>
              </>
            )}
          </>
        )}
        {isAccepted && (
          <>
            <p
              className={classes.worst}
              data-testid="review-accepted"
              data-version={acceptedVersion}
            >
              {t('accepted', { version: acceptedVersion ?? '' })}
            </p>
            <p className={classes.quiet}>
              {t('acceptedBy', {
                day: format.dateTime(review.acceptedAt ?? 0),
                name: review.acceptedBy ?? '',
              })}
            </p>
            <div>
              <Button component={Link} href={versionsHref} size="xs" variant="light">
                {t('seeVersions')}
              </Button>{' '}
              <Button component={Link} href={`/sop/${run.id}`} size="xs" variant="subtle">
                {t('toNextRun')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

type NewerNoticeProps = { open: OpenReview; seen: boolean; onSeen: (is: boolean) => void };

/** The flow went on since: what the changes will be made to is looked at first. */
function NewerNotice({ open: { run, newest }, seen, onSeen }: NewerNoticeProps) {
  const t = useMessages(changeMessages);
  const say = useBilingual();
  if (!newest) return null;
  const note = newest.changeNote ? t('noteOf', { note: newest.changeNote }) : '';
  return (
    <div className={classes.notice} data-testid="review-newer">
      {t('newer', { run: run.templateVersion, newest: newest.version, note })}{' '}
      <Link href={`/sop/reviews/versions/${encodeURIComponent(run.templateKey)}`}>
        {t('seeVersions')} {say(newest.name)}
      </Link>
      <Checkbox
        mt={6}
        size="xs"
        checked={seen}
        label={t('seen', { newest: newest.version })}
        onChange={(event) => onSeen(event.currentTarget.checked)}
      />
    </div>
  );
}
