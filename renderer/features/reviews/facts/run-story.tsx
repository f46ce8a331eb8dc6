import type { ReviewFacts } from '@shared/domain/sop/review-facts.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { Card } from '@/ui/card';
import { factsMessages } from '../facts.messages';
import classes from '../reviews.module.css';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

type RunStoryProps = { run: SopRun; steps: readonly SopStep[]; facts: ReviewFacts };

/** What did not go as planned, each with its reason and who gave it. */
export function RunStory({ run, steps, facts }: RunStoryProps) {
  const t = useMessages(factsMessages);
  const say = useBilingual();
  const { late, overrides, skips } = facts;
  const at = (position: number) => {
    const step = steps.find((it) => it.position === position);
    return { position, title: step ? say(step.definition.title) : '' };
  };
  const by = (name: string | undefined) => (name ? t('by', { name }) : '');
  const lines = [
    ...(run.endReason ? [{ key: 'ended', text: t('ended', { reason: run.endReason }) }] : []),
    ...late.map(({ position, byMs }) => ({
      key: `late${position}`,
      text: t('late', {
        ...at(position),
        by:
          byMs < DAY_MS
            ? t('hours', { n: Math.max(1, Math.round(byMs / HOUR_MS)) })
            : t('days', { n: Math.round(byMs / DAY_MS) }),
      }),
    })),
    ...overrides.map((it) => ({
      key: `override${it.position}`,
      text:
        t('override', {
          ...at(it.position),
          count: it.keys.length,
          reason: it.reason ?? t('noReason'),
        }) + by(it.by),
    })),
    ...skips.map((it) => ({
      key: `skip${it.position}`,
      text: t('skip', { ...at(it.position), reason: it.reason || t('noReason') }) + by(it.by),
    })),
  ];
  return (
    <Card title={t('happened')}>
      {lines.length === 0 ? (
        <p className={classes.quiet}>{t('smooth')}</p>
      ) : (
        <ul className={classes.bullets}>
          {lines.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
