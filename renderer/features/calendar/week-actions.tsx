import { ActionIcon, Button, Group, Popover, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { PrintButtons } from '@/features/week-print';
import { calendarMessages } from './calendar.messages';
import type { WeekData } from './calendar.queries';
import { WeekHeadingForm } from './week-heading-form';

type WeekActionsProps = {
  day: string;
  data: WeekData | undefined;
  onTurn: (weeks: number) => void;
  onToday: () => void;
};

/** Which week, what stands above it in print, and the ways to paper. */
export function WeekActions(props: WeekActionsProps) {
  const { day, data, onTurn, onToday } = props;
  const t = useMessages(calendarMessages);
  const [isHeadingOpen, setHeadingOpen] = useState(false);
  return (
    <Group gap={8} wrap="nowrap">
      <Group gap={4} wrap="nowrap">
        <Tooltip label={t('previousWeek')}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t('previousWeek')}
            onClick={() => onTurn(-1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button variant="default" size="compact-md" h={34} onClick={onToday}>
          {t('thisWeek')}
        </Button>
        <Tooltip label={t('nextWeek')}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t('nextWeek')}
            onClick={() => onTurn(1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
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
      <PrintButtons day={day} view="week" isReady={data !== undefined} />
    </Group>
  );
}
