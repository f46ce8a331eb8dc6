import { Button } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { TagTrial } from '@/workers/people/people-types';
import { PeopleLines } from '../people-lines';
import { tagEditMessages } from './tag-edit.messages';
import classes from './trial-part.module.css';

type TrialPartProps = { tagId: string | undefined; rule: Rule };

/** Who would gain and who would lose the tag by this rule, before it is saved. */
export function TrialPart({ tagId, rule }: TrialPartProps) {
  const t = useMessages(tagEditMessages);
  const format = useFormat();
  const [tried, setTried] = useState<{ rule: Rule; trial: TagTrial }>();
  const [isBusy, setBusy] = useState(false);

  async function tryOut() {
    setBusy(true);
    try {
      setTried({ rule, trial: await dataWorker().people.trial(tagId, rule) });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  }
  const trial = tried?.trial;
  return (
    <section className={classes.trial} data-testid="tag-trial-part">
      <div className={classes.line}>
        <Button
          size="xs"
          variant="light"
          data-testid="tag-trial"
          loading={isBusy}
          leftSection={<IconFlask size={15} stroke={1.75} />}
          onClick={() => void tryOut()}
        >
          {t('trial')}
        </Button>
        <span>{tried && tried.rule !== rule ? t('again') : t('trialHint')}</span>
      </div>
      {trial && (
        <div data-testid="tag-trial-result" data-gained={trial.gained} data-lost={trial.lost}>
          <p>{t('trialNow', { n: format.count(trial.n), of: format.count(trial.of) })}</p>
          {trial.gained + trial.lost === 0 && <p>{t('unchanged')}</p>}
          <div className={classes.sides}>
            {trial.gained > 0 && (
              <div>
                <h4>{t('gained', { n: format.count(trial.gained) })}</h4>
                <PeopleLines people={trial.gainedSample} />
              </div>
            )}
            {trial.lost > 0 && (
              <div>
                <h4>{t('lost', { n: format.count(trial.lost) })}</h4>
                <PeopleLines people={trial.lostSample} />
              </div>
            )}
          </div>
        </div>
      )}
    </section>
  );
}
