import { ActionIcon, Button, Group, Popover, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { PlaceMenu } from '@/features/content-plan';
import { PrintButtons } from '@/features/week-print';
import { calendarMessages } from './calendar.messages';
import type { Plan } from './views/use-plan';
import { WeekHeadingForm } from './week-heading-form';

/** Which days, what stands above them in print, and the ways to paper. */
export function PlanActions({ plan, today }: { plan: Plan; today: string }) {
  const { view, day, data, turn, goTo } = plan;
  const t = useMessages(calendarMessages);
  const [isHeadingOpen, setHeadingOpen] = useState(false);
  return (
    <Group gap={8} wrap="nowrap">
      <Group gap={4} wrap="nowrap">
        <Tooltip label={t(`previous.${view}`)}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t(`previous.${view}`)}
            onClick={() => turn(-1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button variant="default" size="compact-md" h={34} onClick={() => goTo(today)}>
          {t(`this.${view}`)}
        </Button>
        <Tooltip label={t(`next.${view}`)}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t(`next.${view}`)}
            onClick={() => turn(1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      {view !== 'month' && (
        <Popover
          opened={isHeadingOpen}
          onChange={setHeadingOpen}
          position="bottom-end"
          width={340}
          shadow="md"
          trapFocus
        >
          <Popover.Target>
            <Button
              variant="default"
              h={34}
              size="compact-md"
              leftSection={<IconNotes size={16} aria-hidden />}
              onClick={() => setHeadingOpen((isOpen) => !isOpen)}
            >
              {t('heading')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            {data && <WeekHeadingForm key={data.week.monday} data={data} />}
          </Popover.Dropdown>
        </Popover>
      )}
      {view !== 'day' && <PlaceMenu day={day} />}
      <PrintButtons
        day={view === 'week' && data ? data.week.monday : day}
        view={view}
        isReady={data !== undefined}
      />
    </Group>
  );
}
