import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useToday } from '@/app/use-today';
import { AssetsPage } from '@/features/assets';
import { CheckPage } from '@/features/compliance';
import { ColumnsTab, useRepeatsAhead } from '@/features/content-plan';
import { ResultsPage } from '@/features/content-results';
import { ExperimentsPage } from '@/features/experiments';
import { SendPage } from '@/features/sending';
import { AreaFrame } from '@/ui/area-frame';
import { areaMessages } from './area.messages';
import { PlanPage } from './plan-page';

/** What lies beside the plan, by the second word of the address. */
const parts: Record<string, ComponentType> = {
  send: SendPage,
  columns: ColumnsTab,
  assets: AssetsPage,
  check: CheckPage,
  results: ResultsPage,
  experiments: ExperimentsPage,
};

const TABS = ['plan', 'send', 'columns', 'assets', 'check', 'results', 'experiments'] as const;

/** The content calendar: the plan, and everything that happens to it. */
export function CalendarPage() {
  const t = useMessages(areaMessages);
  const [location] = useLocation();
  const [, , word = ''] = location.split('/');
  const Part = parts[word] ?? PlanPage;
  return (
    <AreaFrame
      label={t('label')}
      testId="calendar"
      open={TABS.find((tab) => tab === word) ?? 'plan'}
      tabs={TABS.map((key) => ({
        key,
        href: key === 'plan' ? '/calendar' : `/calendar/${key}`,
        label: t(key),
      }))}
    >
      {Part !== PlanPage && <RepeatsAhead />}
      <Part />
    </AreaFrame>
  );
}

/** The plan looks further ahead itself; who only ever sends from it still finds its repeats there. */
function RepeatsAhead() {
  const today = useToday();
  useRepeatsAhead(today, today);
  return null;
}
