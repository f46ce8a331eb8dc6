import { Button, SegmentedControl } from '@mantine/core';
import { accuracyOf } from '@shared/domain/tags/spot-check.rules';
import type { SpotCheck } from '@shared/domain/tags/spot-check.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { IconZoomCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { AccuracyWords } from '../accuracy-words';
import classes from '../panel/tag-panel.module.css';
import { drawSpotCheck, endSpotCheck } from '../spot-check.commands';
import { readChecksOf } from '../tags.queries';
import { spotMessages } from './spot.messages';
import { SpotDialog } from './spot-dialog';

const SIZES = ['30', '50', '100'];

/** How often the tag was right so far, and drawing people for the next check. */
export function TagChecks({ tag, carriers }: { tag: Tag; carriers: number | undefined }) {
  const t = useMessages(spotMessages);
  const format = useFormat();
  const checks = useLive(() => readChecksOf(tag.id), [tag.id]);
  const [size, setSize] = useState('50');
  const [openDraw, setOpenDraw] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (!checks) return null;
  const accuracy = accuracyOf(checks);
  const draws = byDraw(checks);

  async function draw() {
    setBusy(true);
    try {
      const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
      const { ids, population } = await dataWorker().people.draw(tag.id, Number(size), seed);
      if (ids.length === 0) return showDone(t('nobody'));
      const drawn = { tagId: tag.id, name: tag.name, memberIds: ids, population, seed };
      setOpenDraw((await execute(drawSpotCheck, drawn)).drawId);
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  }
  async function end(drawId: string) {
    try {
      const { left } = await execute(endSpotCheck, { drawId, name: tag.name });
      showDone(t('ended', { n: left }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <section className={classes.section} data-testid="tag-checks">
      <h3>{t('title')}</h3>
      <p data-testid="tag-accuracy" data-right={accuracy.right} data-n={accuracy.n}>
        {accuracy.n === 0 ? t('noneChecked') : <AccuracyWords accuracy={accuracy} />}
        {accuracy.unsure > 0 && ` · ${t('unsureCount', { n: accuracy.unsure })}`}
      </p>
      <p className={classes.quiet}>{t(carriers === 0 ? 'nobody' : 'hint')}</p>
      <div className={classes.row}>
        <SegmentedControl
          size="xs"
          aria-label={t('size')}
          data={SIZES}
          value={size}
          onChange={setSize}
        />
        <Button
          size="xs"
          variant="light"
          data-testid="spot-draw"
          loading={isBusy}
          disabled={carriers === 0}
          leftSection={<IconZoomCheck size={15} stroke={1.75} />}
          onClick={() => void draw()}
        >
          {t('draw')}
        </Button>
      </div>
      <ul className={classes.lines}>
        {draws.map(([first, list]) => {
          const waiting = list.filter((check) => check.verdict === undefined).length;
          return (
            <li key={first.drawId} data-testid="spot-draw-line">
              <span>
                {t('drawLine', {
                  date: format.date(first.drawnAt),
                  n: list.length,
                  population: format.count(first.population),
                })}
                {waiting > 0 && ` · ${t('waiting', { n: waiting })}`}
              </span>
              {waiting > 0 && (
                <>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    data-testid="spot-continue"
                    onClick={() => setOpenDraw(first.drawId)}
                  >
                    {t('goOn')}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    onClick={() => void end(first.drawId)}
                  >
                    {t('end')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {openDraw !== undefined && (
        <SpotDialog tag={tag} drawId={openDraw} onClose={() => setOpenDraw(undefined)} />
      )}
    </section>
  );
}

/** Newest draw first, each with its first check. */
function byDraw(checks: readonly SpotCheck[]): [SpotCheck, SpotCheck[]][] {
  const draws = new Map<string, SpotCheck[]>();
  for (const check of checks) {
    const known = draws.get(check.drawId);
    if (known) known.push(check);
    else draws.set(check.drawId, [check]);
  }
  return [...draws.values()]
    .flatMap((list): [SpotCheck, SpotCheck[]][] => (list[0] ? [[list[0], list]] : []))
    .sort(([a], [b]) => b.drawnAt - a.drawnAt);
}
