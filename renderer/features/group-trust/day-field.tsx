import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, DatesProvider } from '@mantine/dates';
import { currentLanguage } from '@/app/i18n/i18n';

type DayFieldProps = {
  label: string;
  /** `YYYY-MM-DD`. */
  value: string;
  maxDay: string;
  onChange: (day: string) => void;
};

/** A day up to today; clearing it leaves the one before. */
export function DayField({ label, value, maxDay, onChange }: DayFieldProps) {
  return (
    <DatesProvider
      settings={{ locale: currentLanguage() === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
    >
      <DateInput
        label={label}
        data-testid="reading-day"
        valueFormat="YYYY-MM-DD"
        maxDate={maxDay}
        value={value}
        onChange={(day) => day !== null && onChange(day)}
      />
    </DatesProvider>
  );
}
