import { SegmentedControl } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from '../calendar.messages';
import { PLAN_VIEWS, type PlanView } from './plan-address';

type ViewSwitchProps = { view: PlanView; onView: (view: PlanView) => void };

/** Day, week or month; the keys 1 2 3 and D W M do the same. */
export function ViewSwitch({ view, onView }: ViewSwitchProps) {
  const t = useMessages(calendarMessages);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('views')}
      value={view}
      data={PLAN_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      onChange={onView}
      data-testid="cal-view"
    />
  );
}
