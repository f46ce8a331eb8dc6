import { Button } from '@mantine/core';
import type { TouchPlan, TouchStage } from '@shared/domain/touch/touch.schema';
import { fillTouchText, unfilledIn } from '@shared/domain/touch/touch-text.rules';
import { packIds } from '@shared/lib/pack-ids';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import type { TouchLine } from '@/workers/touch/touch-types';
import { touchMessages } from './touch.messages';
import classes from './touch.module.css';
import { useMark } from './use-mark';

type TouchCardProps = {
  plan: TouchPlan;
  stage: TouchStage;
  line: TouchLine | undefined;
  onMarked: () => void;
};

/** One person's message, filled and ready to copy, and what became of it. */
export function TouchCard({ plan, stage, line, onMarked }: TouchCardProps) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const say = useBilingual();
  const mark = useMark();
  const shop = useLive(() => readDb.rows('workspace').get('workspace'), [])?.name ?? '';
  const [said, setSaid] = useState<{ key: string; isCopied: boolean }>();
  if (!line) {
    return (
      <section className={classes.card}>
        <p className={classes.quiet}>{t('person')}</p>
      </section>
    );
  }
  const called = line.groupNickname ?? line.name;
  const first = format.day(line.firstDay);
  const text = fillTouchText(say(stage.text), {
    nickname: called,
    product: line.bought,
    firstOrderDay: first,
    shop,
  });
  const missing = unfilledIn(text);
  const key = `${line.memberId} ${stage.key}`;
  const set = (status: 'done' | 'left') =>
    void mark({
      planId: plan.id,
      stage: stage.key,
      stageName: say(stage.label),
      members: packIds([line.memberId]),
      status,
    }).then((isDone) => isDone && onMarked());
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid({ key, isCopied: true }),
      () => setSaid({ key, isCopied: false }),
    );
  return (
    <section className={classes.card} data-testid="touch-card">
      <b>{called}</b>
      <p className={classes.quiet}>
        {t(`channel.${stage.channel}`)} · {t('col.first')} {first} · {line.bought}
      </p>
      {line.isRefunded && <p className={classes.warn}>{t('refunded')}</p>}
      <p className={classes.script}>{text}</p>
      {missing.length > 0 && (
        <p className={classes.warn}>{t('unfilled', { names: missing.join(' · ') })}</p>
      )}
      <div className={classes.bar}>
        <Button size="xs" variant="default" data-testid="touch-copy" onClick={() => void copy()}>
          {said?.key === key ? t(said.isCopied ? 'copied' : 'copyFailed') : t('copy')}
        </Button>
        <span className={classes.push} />
        <Button size="xs" variant="subtle" onClick={() => set('left')}>
          {t('left')}
        </Button>
        <Button size="xs" data-testid="touch-done" onClick={() => set('done')}>
          {t('done')}
        </Button>
      </div>
    </section>
  );
}
