import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, DatesProvider } from '@mantine/dates';
import { useRef } from 'react';
import { useLanguage } from '@/app/i18n/use-language';

type DayFieldProps = {
  label: string;
  placeholder?: string;
  /** `YYYY-MM-DD`. */
  value: string | undefined;
  testId?: string;
  onChange: (day: string | undefined) => void;
};

/** A day that may also be left open. */
export function DayField({ label, placeholder, value, testId, onChange }: DayFieldProps) {
  const language = useLanguage();
  const isOpen = useRef(false);
  return (
    <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
      <DateInput
        size="xs"
        label={label}
        placeholder={placeholder}
        data-testid={testId}
        popoverProps={{
          onOpen: () => {
            isOpen.current = true;
          },
          onClose: () => {
            isOpen.current = false;
          },
        }}
        onKeyDown={(event) => {
          // The first Escape closes the calendar, not the panel around it.
          if (event.key === 'Escape' && isOpen.current) event.preventDefault();
        }}
        valueFormat="YYYY-MM-DD"
        clearable
        value={value ?? null}
        onChange={(day) => day !== (value ?? null) && onChange(day ?? undefined)}
      />
    </DatesProvider>
  );
}
