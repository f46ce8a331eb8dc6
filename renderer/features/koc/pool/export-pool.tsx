import { Button } from '@mantine/core';
import { KOC_PARTS } from '@shared/domain/koc/koc-settings.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import type { ScreenSheet } from '@/workers/export/screen-sheet';
import { incentiveSums } from '../incentive-sums';
import { kocMessages } from '../koc.messages';
import { KOC_STEPS } from '../koc-steps';
import { kocPanelMessages } from '../panel/koc-panel.messages';
import { type PoolRow, useGroupNames } from '../use-koc';

/** The list as it is filtered, as a workbook. */
export function ExportPool({ rows }: { rows: readonly PoolRow[] }) {
  const t = useMessages(kocMessages);
  const panel = useMessages(kocPanelMessages);
  const groupName = useGroupNames();
  const [isBusy, setIsBusy] = useState(false);
  const sheet = (): ScreenSheet => ({
    name: t('title'),
    heads: [
      { title: t('columnName'), type: 'text' },
      { title: t('columnState'), type: 'text' },
      { title: t('columnGroup'), type: 'text' },
      { title: t('columnScore'), type: 'number' },
      ...KOC_PARTS.map((part) => ({ title: t(`part.${part}`), type: 'number' as const })),
      { title: t('columnSteps'), type: 'text' },
      { title: t('columnLast'), type: 'day' },
      { title: t('sheetGiven'), type: 'integer' },
      { title: t('sheetOpen'), type: 'integer' },
      { title: t('sheetCost'), type: 'money' },
      { title: t('columnOwner'), type: 'text' },
      { title: panel('strengths'), type: 'text' },
      { title: panel('note'), type: 'text' },
    ],
    rows: rows.map(({ koc, standing, incentives }) => {
      const { given, open } = incentiveSums(incentives);
      const done = KOC_STEPS.filter(({ key }) => koc.steps[key]).length;
      return [
        standing?.name ?? t('memberGone'),
        t(`state.${koc.state}`),
        standing?.groupIds.map((id) => groupName(id) ?? '').join(' · '),
        standing?.score === undefined ? undefined : Number(standing.score.toFixed(2)),
        ...KOC_PARTS.map((part) => {
          const own = standing?.parts.find((it) => it.part === part);
          return own?.hasData ? Number(own.value.toFixed(2)) : undefined;
        }),
        `${done}/${KOC_STEPS.length}`,
        standing?.lastPostDay,
        given.count,
        open.count,
        given.amountFen,
        koc.ownerName,
        koc.strengths,
        koc.note,
      ];
    }),
  });
  async function save() {
    setIsBusy(true);
    try {
      const bytes = await dataWorker().exports.screenSheet(sheet());
      const file = `${t('exportName', { day: dayOf(Date.now(), DEFAULT_TIME_ZONE) })}.xlsx`;
      const { saved, name = '' } = await bridge.saveFile(file, bytes);
      if (saved) showDone(t('exported', { name }));
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }
  return (
    <Button
      variant="default"
      data-testid="koc-export"
      loading={isBusy}
      leftSection={<IconDownload size={16} stroke={1.75} />}
      onClick={() => void save()}
    >
      {t('export')}
    </Button>
  );
}
