import { Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import {
  chosenPlacements,
  monthSpan,
  type PlaceMode,
  placements,
  samePlaceInMonth,
  shiftMonth,
} from '@shared/domain/calendar/plan-place.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { planOf } from '@/features/content-items';
import { useReturnFocus } from '@/ui/use-return-focus';
import { placeMessages } from './place.messages';
import { ModeField, PlaceButtons } from './place-buttons';
import { PlaceList } from './place-list';

const monthItems = (month: string) => {
  const { first, last } = monthSpan(month);
  return readDb.rows('contentItems').between('date', first, last);
};

/** Occurrences of repeats come by themselves. */
const isCopied = (item: ContentItem) =>
  item.repeatId === undefined && item.experimentId === undefined;

type MonthDialogProps = { month: string; onClose: () => void };

/** A month planned like another by its weekdays, with what it meets there. */
export function MonthDialog({ month, onClose }: MonthDialogProps) {
  useReturnFocus();
  const t = useMessages(placeMessages);
  const [to, setTo] = useState(month);
  const [from, setFrom] = useState(shiftMonth(month, -1));
  const [mode, setMode] = useState<PlaceMode>('emptyOnly');
  const [skipsDaysOff, setSkipsDaysOff] = useState(true);
  const source = useLive(() => monthItems(from), [from]);
  const existing = useLive(() => monthItems(to), [to]);
  const copied = (source ?? []).filter(isCopied);
  const wanted = copied.flatMap((item) => {
    const date = samePlaceInMonth(item.date, to);
    return date === undefined ? [] : [{ cell: { date, slot: item.slot }, source: item }];
  });
  const all = existing ? placements(wanted, existing) : [];
  const chosen = chosenPlacements(all, mode, skipsDaysOff);
  const months = (around: string) =>
    Array.from({ length: 13 }, (_, index) => shiftMonth(around, index - 6));
  return (
    <Modal opened onClose={onClose} title={t('monthTitle')} size={720}>
      <Stack gap="sm" data-testid="copy-month">
        <Text size="sm">{t('monthText')}</Text>
        <Group grow gap="sm">
          <Select
            label={t('fromMonth')}
            allowDeselect={false}
            value={from}
            data={months(month)}
            onChange={(value) => value && setFrom(value)}
          />
          <Select
            label={t('toMonth')}
            allowDeselect={false}
            value={to}
            data={months(month)}
            onChange={(value) => value && setTo(value)}
          />
        </Group>
        <ModeField value={mode} onChange={setMode} />
        <Checkbox
          label={t('skipDaysOff')}
          checked={skipsDaysOff}
          onChange={(event) => setSkipsDaysOff(event.currentTarget.checked)}
        />
        <PlaceList
          all={all}
          chosen={chosen}
          titleOf={({ title }) => title}
          homeless={copied.length - wanted.length}
        />
        <PlaceButtons
          what="month"
          items={chosen.map(({ cell, source: item }) => ({ ...cell, plan: planOf(item) }))}
          onClose={onClose}
        />
      </Stack>
    </Modal>
  );
}
