import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, DatesProvider } from '@mantine/dates';
import { currentLanguage } from '@/app/i18n/i18n';

type DayFieldProps = {
  label: string;
  description?: string;
  value: string | undefined;
  isClearable?: boolean;
  onChange: (day: string | undefined) => void;
};

/** A business day, `YYYY-MM-DD`. */
export function DayField({ label, description, value, isClearable, onChange }: DayFieldProps) {
  return (
    <DatesProvider
      settings={{ locale: currentLanguage() === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
    >
      <DateInput
        label={label}
        description={description}
        valueFormat="YYYY-MM-DD"
        clearable={isClearable === true}
        value={value ?? null}
        onChange={(day) => onChange(day ?? undefined)}
      />
    </DatesProvider>
  );
}
