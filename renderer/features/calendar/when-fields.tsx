import { Group as Row, Select } from '@mantine/core';
import { type ContentItem, SLOTS } from '@shared/domain/calendar/content.schema';
import { slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-settings.schema';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useSlots } from '@/app/use-slots';
import { itemMessages } from './item.messages';

type WhenFieldsProps = {
  item: ContentItem;
  onPlace: (cell: Pick<ContentItem, 'date' | 'slot'>) => void;
};

/** Moves the open item within its week without dragging. */
export function WhenFields({ item, onPlace }: WhenFieldsProps) {
  const t = useMessages(itemMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const hours = (useSlots() ?? DEFAULT_SLOT_SETTINGS).slots;
  return (
    <Row grow gap="sm">
      <Select
        label={t('date')}
        allowDeselect={false}
        value={item.date}
        data={weekOf(item.date).days.map((day) => ({
          value: day,
          label: format.dayWithWeekday(day),
        }))}
        onChange={(date) => date && onPlace({ date, slot: item.slot })}
      />
      <Select
        label={t('slot')}
        allowDeselect={false}
        value={item.slot}
        data={SLOTS.map((value) => ({
          value,
          label: `${words(`slot.${value}`)} ${slotHoursLabel(hours[value])}`,
        }))}
        onChange={(slot) => slot && onPlace({ date: item.date, slot })}
      />
    </Row>
  );
}
