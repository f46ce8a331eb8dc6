import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, DatesProvider } from '@mantine/dates';
import { useLanguage } from '@/app/i18n/use-language';

type DayFieldProps = {
  label: string;
  description?: string | undefined;
  /** `YYYY-MM-DD`, empty for none. */
  value: string;
  minDay?: string;
  maxDay?: string;
  error?: string | undefined;
  /** A day that may be left open. */
  isClearable?: boolean;
  testId?: string;
  onChange: (day: string) => void;
};

/** A day in a form about a group. */
export function DayField(props: DayFieldProps) {
  const { label, description, value, minDay, maxDay, error, isClearable, testId, onChange } = props;
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
      <DateInput
        label={label}
        description={description}
        data-testid={testId}
        valueFormat="YYYY-MM-DD"
        {...(minDay !== undefined && { minDate: minDay })}
        {...(maxDay !== undefined && { maxDate: maxDay })}
        value={value === '' ? null : value}
        error={error}
        {...(isClearable && { clearable: true })}
        onChange={(day) => onChange(day ?? '')}
      />
    </DatesProvider>
  );
}
