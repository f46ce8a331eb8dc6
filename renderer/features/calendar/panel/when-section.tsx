import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Group as Row, Select, TextInput } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { isWithinSlot, slotAtTime, slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useSlots } from '@/app/use-slots';
import { parseClock } from './clock-text';
import classes from './panel.module.css';
import { usePanel } from './panel-context';
import { whenMessages } from './when.messages';

/** Day, slot and the time within it; a time outside of the slot is said, with two ways out. */
export function WhenSection({ item }: { item: ContentItem }) {
  const t = useMessages(whenMessages);
  const words = useMessages(wordsMessages);
  const language = useLanguage();
  const settings = useSlots() ?? DEFAULT_SLOT_SETTINGS;
  const { place } = usePanel();
  return (
    <>
      <div className={classes.when}>
        <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
          <DatePickerInput
            label={t('date')}
            valueFormat={t('dateFormat')}
            value={item.date}
            onChange={(date) => date && place({ date, slot: item.slot })}
          />
        </DatesProvider>
        <Select
          label={t('slot')}
          allowDeselect={false}
          value={item.slot}
          data={SLOTS.map((value) => ({
            value,
            label: `${words(`slot.${value}`)} ${slotHoursLabel(settings.slots[value])}`,
          }))}
          onChange={(slot) => slot && place({ date: item.date, slot })}
        />
        <TimeField key={item.time} item={item} settings={settings} />
      </div>
      <OutsideSlot key={`${item.slot}${item.time}`} item={item} settings={settings} />
    </>
  );
}

type TimeProps = { item: ContentItem; settings: SlotSettings };

function TimeField({ item, settings }: TimeProps) {
  const t = useMessages(whenMessages);
  const { choose } = usePanel();
  const [text, setText] = useState(item.time ?? '');
  const isEmpty = text.trim() === '';
  const time = parseClock(text);
  const save = () => {
    if (isEmpty ? item.time === undefined : time === undefined || time === item.time) return;
    choose({ time: isEmpty ? null : time });
  };
  return (
    <TextInput
      label={t('time')}
      placeholder={settings.slots[item.slot].from}
      value={text}
      error={!isEmpty && time === undefined && t('timeWrong')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
      }}
    />
  );
}

function OutsideSlot({ item, settings }: TimeProps) {
  const t = useMessages(whenMessages);
  const words = useMessages(wordsMessages);
  const { place } = usePanel();
  const [isKept, setKept] = useState(false);
  const { time, slot } = item;
  const hours = settings.slots[slot];
  if (time === undefined || isWithinSlot(hours, time)) return null;
  const said = t('outside', {
    time,
    slot: words(`slot.${slot}`),
    hours: slotHoursLabel(hours),
  });
  if (isKept) return <p className={classes.quiet}>{said}</p>;
  const better = slotAtTime(settings, time);
  return (
    <div className={classes.remark}>
      <IconClockExclamation size={16} aria-hidden />
      <div>
        {said}
        <Row gap="xs" mt={6}>
          {better && (
            <Button size="compact-sm" onClick={() => place({ date: item.date, slot: better })}>
              {t('toSlot', {
                slot: words(`slot.${better}`),
                hours: slotHoursLabel(settings.slots[better]),
              })}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setKept(true)}>
            {t('keep')}
          </Button>
        </Row>
      </div>
    </div>
  );
}
