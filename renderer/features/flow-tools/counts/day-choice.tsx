import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { ActionIcon, Group } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { addDays } from '@shared/lib/time';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { countsMessages } from './counts.messages';

type DayChoiceProps = {
  day: string;
  /** No day after it can be chosen. */
  today: string;
  onChange: (day: string) => void;
};

/** The day whose figures are typed: today, unless one goes back. */
export function DayChoice({ day, today, onChange }: DayChoiceProps) {
  const t = useMessages(countsMessages);
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('dayBefore')}
          onClick={() => onChange(addDays(day, -1))}
        >
          <IconChevronLeft size={14} />
        </ActionIcon>
        <DatePickerInput
          size="xs"
          w={116}
          aria-label={t('day')}
          data-testid="counts-day"
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          value={day}
          onChange={(chosen) => onChange(chosen ?? today)}
        />
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('dayAfter')}
          disabled={day >= today}
          onClick={() => onChange(addDays(day, 1))}
        >
          <IconChevronRight size={14} />
        </ActionIcon>
      </Group>
    </DatesProvider>
  );
}
