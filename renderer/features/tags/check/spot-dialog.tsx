import { Button, Kbd, Modal, Progress } from '@mantine/core';
import { accuracyOf } from '@shared/domain/tags/spot-check.rules';
import type { SPOT_VERDICTS } from '@shared/domain/tags/spot-check.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { useReturnFocus } from '@/ui/use-return-focus';
import { AccuracyWords } from '../accuracy-words';
import { judgeSpotCheck } from '../spot-check.commands';
import { readDraw } from '../tags.queries';
import { spotMessages } from './spot.messages';
import { SpotCard } from './spot-card';
import classes from './spot-check.module.css';
import { useSpotKeys } from './use-spot-keys';

type Verdict = (typeof SPOT_VERDICTS)[number];
type SpotDialogProps = { tag: Tag; drawId: string; onClose: () => void };

const BUTTONS = [
  { verdict: 'right', key: 'A', variant: 'filled' },
  { verdict: 'wrong', key: 'R', variant: 'default' },
  { verdict: 'unsure', key: 'S', variant: 'default' },
] as const;

/** The people of one draw, one card at a time; a verdict is one key. */
export function SpotDialog({ tag, drawId, onClose }: SpotDialogProps) {
  useReturnFocus();
  const t = useMessages(spotMessages);
  const format = useFormat();
  const checks = useLive(() => readDraw(drawId), [drawId]);
  /** Where one went back to; else the first that waits. */
  const [backAt, setBackAt] = useState<number>();
  const [isBusy, setBusy] = useState(false);
  const waitsAt = checks?.findIndex((check) => check.verdict === undefined) ?? -1;
  const at = backAt ?? waitsAt;
  const current = checks?.[at];

  async function judge(verdict: Verdict) {
    if (!current || isBusy) return;
    setBusy(true);
    try {
      await execute(judgeSpotCheck, { checkId: current.id, name: tag.name, verdict });
      setBackAt(undefined);
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  }
  const last = (checks?.length ?? 0) - 1;
  const back = () => setBackAt(Math.max(0, (at < 0 ? last + 1 : at) - 1));
  useSpotKeys({
    a: () => void judge('right'),
    r: () => void judge('wrong'),
    s: () => void judge('unsure'),
    arrowleft: back,
    arrowright: () => setBackAt(undefined),
  });
  const accuracy = checks && accuracyOf(checks);
  const n = checks?.length ?? 0;

  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('dialogTitle', { name: tag.name })}
      data-testid="spot-dialog"
    >
      {accuracy && checks && (
        <div className={classes.frame}>
          <Progress
            size="sm"
            value={n === 0 ? 0 : ((n - accuracy.waiting) / n) * 100}
            aria-label={t('title')}
          />
          <p
            className={classes.quiet}
            data-testid="spot-progress"
            data-judged={n - accuracy.waiting}
            data-n={n}
          >
            {current && `${t('progress', { at: at + 1, n })} · `}
            {t('judged', accuracy)}
          </p>
          {current ? (
            <>
              <SpotCard key={current.id} tag={tag} memberId={current.memberId} />
              <p className={classes.question}>{t('question', { name: tag.name })}</p>
              <div className={classes.buttons}>
                {BUTTONS.map(({ verdict, key, variant }) => (
                  <Button
                    key={verdict}
                    variant={current.verdict === verdict ? 'light' : variant}
                    data-testid={`spot-${verdict}`}
                    disabled={isBusy}
                    rightSection={<Kbd>{key}</Kbd>}
                    onClick={() => void judge(verdict)}
                  >
                    {t(verdict)}
                  </Button>
                ))}
                <Button variant="subtle" color="gray" disabled={at === 0} onClick={back}>
                  {t('back')}
                </Button>
              </div>
              <p className={classes.quiet}>{t('keys')}</p>
            </>
          ) : (
            <div className={classes.done} data-testid="spot-done">
              <h3>{t('done')}</h3>
              <p className={classes.rate}>
                <AccuracyWords accuracy={accuracy} />
              </p>
              <Button onClick={onClose}>{t('close')}</Button>
            </div>
          )}
          {checks[0]?.seed !== undefined && (
            <p className={classes.quiet}>
              {t('seed', {
                seed: checks[0].seed,
                population: format.count(checks[0].population),
                n,
              })}
            </p>
          )}
        </div>
      )}
    </Modal>
  );
}
