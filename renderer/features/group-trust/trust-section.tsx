import { Button, Select } from '@mantine/core';
import { figuresAt } from '@shared/domain/group-life/figure-table';
import { indexTenths, trustLines, trustWeeks } from '@shared/domain/group-life/trust-lines.rules';
import { IconAdjustments } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useGroupWeeks, useLifeSettings } from '@/features/group-life';
import { EmptyState } from '@/ui/empty-state';
import { ContentCard } from './content-card';
import { ReadingForm, type ReadingStart } from './reading-form';
import { ReadingsCard } from './readings-card';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { TrustLiftCard } from './trust-lift-card';
import { TrustLinesCard } from './trust-lines-card';
import { TrustMovesCard } from './trust-moves-card';
import { startWeek } from './trust-rows';
import { TrustTrend } from './trust-trend';
import { pointsText, useTrustWords } from './use-trust-words';
import { WeightsDialog } from './weights-dialog';

/** How far the group trusts: the index of a week, what it is made of, what moved it, what would lift it. */
export function TrustSection({ groupId }: { groupId: string }) {
  const t = useMessages(trustMessages);
  const say = useTrustWords();
  const trust = useLifeSettings()?.trust;
  const table = useGroupWeeks(groupId);
  const group = useLive(() => readDb.rows('groups').get(groupId), [groupId]);
  const weeks = useMemo(
    () => (table && trust ? trustWeeks(table, 0, trust) : undefined),
    [table, trust],
  );
  const [picked, setPicked] = useState<string>();
  const [reading, setReading] = useState<ReadingStart>();
  const [isWeighing, setWeighing] = useState(false);
  if (!table || !weeks || !trust || !group) {
    return <div data-testid="group-section-trust" data-ready="false" />;
  }
  const monday = picked ?? startWeek(new Set([groupId]), table, trust);
  const at = weeks.findIndex(({ period }) => period.from === monday);
  const week = weeks[at];
  const lines = week ? trustLines(week.trust) : [];
  const tenths = week && indexTenths(week.trust);
  const known = lines.filter(({ pointsTenths }) => pointsTenths !== undefined).length;
  const period = table.periods.findIndex((it) => it.kind === 'week' && it.from === monday);
  return (
    <div className={classes.stack} data-testid="group-section-trust" data-ready="true">
      <div className={classes.head}>
        <span
          className={classes.index}
          data-testid="trust-index"
          data-index={tenths === undefined ? '' : pointsText(tenths)}
        >
          {tenths === undefined ? t('noData') : pointsText(tenths)}
        </span>
        <span className={classes.headWords}>
          <b>{t('index')}</b>
          <span className={classes.quiet}>{t('parts', { known, all: lines.length })}</span>
        </span>
        <Select
          aria-label={t('chooseWeek')}
          data-testid="trust-week"
          w={190}
          allowDeselect={false}
          data={[...weeks].reverse().map((it) => ({
            value: it.period.from,
            label: say.week(it.period),
          }))}
          value={monday ?? null}
          onChange={(value) => setPicked(value ?? undefined)}
        />
        <Button
          variant="default"
          data-testid="trust-weights-open"
          leftSection={<IconAdjustments size={16} stroke={1.75} />}
          onClick={() => setWeighing(true)}
        >
          {t('weights')}
        </Button>
      </div>
      {week && tenths !== undefined ? (
        <div className={classes.pair}>
          <TrustLinesCard lines={lines} indexTenths={tenths} settings={trust} />
          <div className={classes.stack}>
            <TrustMovesCard
              before={weeks[at - 1]?.trust}
              after={week.trust}
              days={week.period.days}
            />
            <TrustLiftCard
              groupId={groupId}
              lines={lines}
              onRead={(kind) => setReading({ kind })}
            />
          </div>
        </div>
      ) : (
        <>
          <EmptyState title={t('emptyWeekTitle')} text={t('emptyWeek')} />
          <TrustLiftCard groupId={groupId} lines={lines} onRead={(kind) => setReading({ kind })} />
        </>
      )}
      <TrustTrend weeks={weeks} chosen={monday} />
      <ContentCard groupId={groupId} />
      <ReadingsCard groupId={groupId} onOpen={setReading} />
      {reading && (
        <ReadingForm groupId={groupId} start={reading} onClose={() => setReading(undefined)} />
      )}
      {isWeighing && week && (
        <WeightsDialog
          settings={trust}
          week={say.week(week.period)}
          groups={[{ name: group.name, figures: figuresAt(table, 0, period) }]}
          onClose={() => setWeighing(false)}
        />
      )}
    </div>
  );
}
