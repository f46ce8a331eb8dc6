import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Popover, Group as Row, Select, Stack, Text } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { wordsMessages } from '@/app/i18n/words.messages';
import type { ItemActions } from '../use-item-actions';
import { bulkMessages } from './bulk.messages';
import { carry } from './selection.rules';

type PlacePopoverProps = { chosen: readonly ContentItem[]; actions: ItemActions };

/** Moves or copies all chosen items together, to any day. */
export function PlacePopover({ chosen, actions }: PlacePopoverProps) {
  const t = useMessages(bulkMessages);
  const words = useMessages(wordsMessages);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [date, setDate] = useState<string | null>(null);
  const [slot, setSlot] = useState<Slot | undefined>();
  const [first] = chosen;
  if (!first) return null;
  const target = { date: date ?? first.date, slot };
  const run = (what: 'moveMany' | 'copyMany') => {
    setOpen(false);
    void actions[what](carry(chosen, first, target));
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={280}
      trapFocus
    >
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(!isOpen)}>
          {t('place')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <DatesProvider
            settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
          >
            <DatePickerInput
              label={t('date')}
              valueFormat="YYYY-MM-DD"
              popoverProps={{ withinPortal: false }}
              value={target.date}
              onChange={setDate}
            />
          </DatesProvider>
          <Select
            label={t('slot')}
            placeholder={t('keepSlots')}
            clearable
            comboboxProps={{ withinPortal: false }}
            value={slot ?? null}
            data={SLOTS.map((value) => ({ value, label: words(`slot.${value}`) }))}
            onChange={(value) => setSlot(value ?? undefined)}
          />
          <Text size="xs" c="dimmed">
            {t('placeHint')}
          </Text>
          <Row grow gap="xs">
            <Button size="compact-sm" onClick={() => run('moveMany')}>
              {t('move')}
            </Button>
            <Button size="compact-sm" variant="light" onClick={() => run('copyMany')}>
              {t('copy')}
            </Button>
          </Row>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
