import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, DatesProvider } from '@mantine/dates';
import { currentLanguage } from '@/app/i18n/i18n';

type ListDayProps = {
  label: string;
  /** `YYYY-MM-DD`, as the latest day that can be chosen. */
  value: string;
  today: string;
  onChange: (day: string | undefined) => void;
};

/** The day of a list; today unless it is said. */
export function ListDay({ label, value, today, onChange }: ListDayProps) {
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <DateInput
        label={label}
        data-testid="list-day"
        valueFormat="YYYY-MM-DD"
        w={140}
        maxDate={today}
        value={value}
        onChange={(day) => onChange(day ?? undefined)}
      />
    </DatesProvider>
  );
}
