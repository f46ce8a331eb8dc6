import { Button } from '@mantine/core';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Why } from '@/ui/why';
import type { CommentFigures } from '@/workers/feelings/comment-types';
import { readCommentsAgain } from './feelings.commands';
import { feelingsMessages } from './feelings.messages';
import classes from './feelings-page.module.css';

/** By what comments are read: corrections in use, the model, and reading again by it. */
export function ModelLine({ figures }: { figures: CommentFigures }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const { corrections, outdated, model, facts } = figures;

  async function readAgain(): Promise<void> {
    try {
      const { changed } = await execute(readCommentsAgain, {});
      showDone(t('readAgainDone', { count: changed }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <div className={classes.model}>
      <span data-testid="feelings-corrections" data-count={corrections}>
        {corrections === 0
          ? t('noCorrections')
          : t('corrections', { n: format.count(corrections) })}
      </span>
      {outdated > 0 && (
        <span data-testid="feelings-outdated" data-count={outdated}>
          {t('outdated', { n: format.count(outdated) })}
        </span>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        data-testid="feelings-read-again"
        onClick={() => void readAgain()}
      >
        {t('readAgain')}
      </Button>
      <Why word={t('whyTitle')}>
        <p>{t('why')}</p>
        <p>
          {t('whyModel', {
            model,
            texts: format.count(facts.texts),
            held: format.count(facts.held),
            accuracy: format.percent(facts.accuracy),
            answered: format.percent(facts.answered),
            answeredAccuracy: format.percent(facts.ofAnswered),
          })}
        </p>
        <p>{t('whyCorrections')}</p>
      </Why>
    </div>
  );
}
