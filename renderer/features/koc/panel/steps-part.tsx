import { Checkbox } from '@mantine/core';
import type { Koc } from '@shared/domain/koc/koc.schema';
import type { KocStep } from '@shared/domain/koc/koc-steps';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { doAndSay } from '../do-and-say';
import { tickKocStep } from '../koc.commands';
import classes from '../koc.module.css';
import { KOC_STEPS } from '../koc-steps';
import { kocPanelMessages } from './koc-panel.messages';

type StepsPartProps = { koc: Koc; name: string };

/** The steps of the cultivation, each with who did it and when. */
export function StepsPart({ koc, name }: StepsPartProps) {
  const t = useMessages(kocPanelMessages);
  const say = useBilingual();
  const format = useFormat();
  const tick = ({ key, title }: KocStep, isDone: boolean) =>
    doAndSay(
      () => execute(tickKocStep, { memberId: koc.id, name, key, isDone }),
      t(isDone ? 'stepTicked' : 'stepBack', { title: say(title) }),
    );
  return (
    <section className={classes.section}>
      <h3>{t('steps')}</h3>
      <ul className={classes.list}>
        {KOC_STEPS.map((step) => {
          const done = koc.steps[step.key];
          const when = done && format.dateTime(done.at);
          return (
            <li
              key={step.key}
              data-testid="koc-step"
              data-key={step.key}
              data-done={done !== undefined}
            >
              <Checkbox
                size="xs"
                checked={done !== undefined}
                label={
                  <>
                    {say(step.title)}
                    {when && (
                      <span className={classes.quiet}>
                        {' '}
                        {done.by === undefined
                          ? t('stepDone', { when })
                          : t('stepDoneBy', { when, by: done.by })}
                      </span>
                    )}
                  </>
                }
                description={done ? undefined : say(step.detail)}
                onChange={(event) => void tick(step, event.currentTarget.checked)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
