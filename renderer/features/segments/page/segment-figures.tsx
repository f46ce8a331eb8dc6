import { UnstyledButton } from '@mantine/core';
import type { Segment } from '@shared/domain/segments/segment.schema';
import { useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { reportError } from '@/platform/log';
import type { RuleDrift } from '@/workers/people/people-types';
import { inTurn } from '../count/count-queue';
import type { LiveCount } from '../count/use-segment-count';
import { leansOnScores } from '../rule-references';
import { segmentsMessages } from '../segments.messages';
import { DriftDialog } from './drift-dialog';
import classes from './segments-page.module.css';

const DRIFT_DAYS = 7;
const SHARE_FROM = 30;

/** How many, which share, and who came and went since last week. */
export function SegmentFigures({ segment, live }: { segment: Segment; live: LiveCount }) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const [opened, setOpened] = useState<'came' | 'went'>();
  const { count } = live;
  const drift = useDrift(segment, count !== undefined);
  if (!count) {
    return (
      <div className={classes.figures}>
        <span className={classes.quiet}>{live.problem === undefined ? '' : t('uncounted')}</span>
      </div>
    );
  }
  const link = (which: 'came' | 'went', n: number) =>
    n > 0 && (
      <UnstyledButton
        className={classes.link}
        data-testid={`segment-${which}`}
        data-count={n}
        onClick={() => setOpened(which)}
      >
        {t(which, { n: format.count(n) })}
      </UnstyledButton>
    );
  return (
    <div className={classes.figures}>
      <div className={classes.count}>
        {t('people', { count: count.n, n: format.count(count.n) })}
      </div>
      <div className={classes.quiet}>
        {count.of < SHARE_FROM
          ? t('ofAll', { of: format.count(count.of) })
          : t('shareOf', {
              of: format.count(count.of),
              share: format.percent(count.n / count.of, count.of),
            })}
      </div>
      {drift && (
        <div className={classes.drift}>
          {drift.came + drift.went === 0 ? (
            <span className={classes.quiet}>
              {t(leansOnScores(segment.rule) ? 'noDriftOfScores' : 'noDrift')}
            </span>
          ) : (
            <>
              <span className={classes.quiet}>{t('week')}</span>
              {link('came', drift.came)}
              {link('went', drift.went)}
            </>
          )}
        </div>
      )}
      {opened && (
        <DriftDialog segment={segment} which={opened} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
}

/** Asked for once the counts stand, so that they come first. */
function useDrift({ rule }: Segment, isCounted: boolean): RuleDrift | undefined {
  const version = useDataVersion();
  const [drift, setDrift] = useState<RuleDrift>();
  const key = JSON.stringify(rule);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the rule
  useEffect(() => {
    if (!isCounted) return undefined;
    let isCurrent = true;
    inTurn(() => dataWorker().people.drift(rule, DRIFT_DAYS)).then(
      (found) => isCurrent && setDrift(found),
      (error: unknown) => reportError('error', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, version, isCounted]);
  return drift;
}
