import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { fieldsMessages } from './fields.messages';

export type Days = { from?: string | undefined; to?: string | undefined };

type DaySpanProps = { value: Days; onChange: (days: Days) => void };

/** First and last day, each of which may be left open. */
export function DaySpan({ value, onChange }: DaySpanProps) {
  const t = useMessages(fieldsMessages);
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  const day = (end: 'from' | 'to', label: string) => (
    <DatePickerInput
      size="xs"
      w={132}
      clearable
      valueFormat="YYYY-MM-DD"
      aria-label={label}
      placeholder={label}
      value={value[end] ?? null}
      onChange={(chosen) => {
        const { [end]: _, ...others } = value;
        onChange(chosen === null ? others : { ...others, [end]: chosen });
      }}
    />
  );
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      {day('from', t('spanFrom'))}
      {day('to', t('spanTo'))}
    </DatesProvider>
  );
}
