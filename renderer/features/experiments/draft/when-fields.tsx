import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Select } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useSlots } from '@/features/content-items';
import classes from '../experiments.module.css';
import { draftMessages } from './draft.messages';

type WhenFieldsProps = {
  day: string | undefined;
  slot: Slot | undefined;
  today: string;
  onChange: (when: { day: string | undefined; slot: Slot | undefined }) => void;
};

/** The day and the slot in which all arms go out at once. */
export function WhenFields({ day, slot, today, onChange }: WhenFieldsProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(wordsMessages);
  const language = useLanguage();
  const settings = useSlots();
  return (
    <div className={classes.pair}>
      <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
        <DatePickerInput
          label={t('day')}
          placeholder={t('chooseDay')}
          data-testid="experiment-day"
          valueFormat="YYYY-MM-DD"
          minDate={today}
          value={day ?? null}
          onChange={(value) => onChange({ day: value ?? undefined, slot })}
        />
      </DatesProvider>
      <Select
        label={t('slot')}
        placeholder={t('chooseSlot')}
        data-testid="experiment-slot"
        value={slot ?? null}
        data={SLOTS.map((value) => ({
          value,
          label: settings
            ? `${words(`slot.${value}`)} ${slotHoursLabel(settings.slots[value])}`
            : words(`slot.${value}`),
        }))}
        onChange={(value) => onChange({ day, slot: SLOTS.find((it) => it === value) })}
      />
    </div>
  );
}
