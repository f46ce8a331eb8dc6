import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, DatesProvider } from '@mantine/dates';
import { currentLanguage } from '@/app/i18n/i18n';

type DayFieldProps = {
  label: string;
  /** `YYYY-MM-DD`. */
  value: string | null;
  minDay: string;
  onChange: (day: string | null) => void;
};

/** A day that may be left open. */
export function DayField({ label, value, minDay, onChange }: DayFieldProps) {
  return (
    <DatesProvider
      settings={{ locale: currentLanguage() === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
    >
      <DateInput
        label={label}
        valueFormat="YYYY-MM-DD"
        clearable
        w={180}
        minDate={minDay}
        value={value}
        onChange={onChange}
      />
    </DatesProvider>
  );
}
