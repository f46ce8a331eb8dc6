import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { useLanguage } from '@/app/i18n/use-language';

type DayFieldProps = {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  placeholder?: string;
  isClearable?: boolean;
  minDay?: string;
};

/** A day chosen from a calendar whose weeks begin on Monday. */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange, placeholder, isClearable = false, minDay } = props;
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
      <DatePickerInput
        label={label}
        valueFormat="YYYY-MM-DD"
        value={value}
        clearable={isClearable}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(minDay === undefined ? {} : { minDate: minDay })}
        onChange={onChange}
      />
    </DatesProvider>
  );
}
