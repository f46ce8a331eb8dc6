import type { Script } from '@shared/domain/sop/sop.schema';
import { asksOf } from '@shared/domain/step-tools/script-asks.rules';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import classes from '../flow-tools.module.css';
import { LimitMeter } from '../limits/limit-meter';
import type { StepToolProps } from '../step-tool-props';
import { autoReplyMessages } from './auto-reply.messages';

/** Step 5: which answer asks for what, and how many may be added today. */
export function AutoReplyTool({ step }: StepToolProps) {
  const t = useMessages(autoReplyMessages);
  const say = useBilingual();
  const { scripts } = step.definition;
  const isAsking = (script: Script) => asksOf(say(script.text)).length > 0;
  const asking = scripts.filter(isAsking);
  const plain = scripts.filter((script) => !isAsking(script));
  const names = (some: readonly Script[]) =>
    some.map((script) => t('quoted', { name: say(script.label) })).join(t('listSeparator'));
  return (
    <section className={classes.tool} data-testid="tool-auto-reply">
      <h3 className={classes.heading}>{t('title')}</h3>
      <ul className={classes.plainList}>
        <li data-testid="auto-reply-business">
          {asking.length > 0 ? (
            t('business', { names: names(asking) })
          ) : (
            <span className={classes.doubt}>{t('businessNone')}</span>
          )}
        </li>
        <li data-testid="auto-reply-consumer">
          {plain.length > 0 ? (
            t('consumer', { names: names(plain) })
          ) : (
            <span className={classes.doubt}>{t('consumerNone')}</span>
          )}
        </li>
      </ul>
      <LimitMeter limit="friendRequests" />
    </section>
  );
}
