import { SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { SHEET_EDITIONS, type SheetEdition } from '@shared/domain/calendar/sheet/sheet.types';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { setWeekNote } from '@/features/content-items';
import type { WeekData } from './calendar.queries';
import { itemMessages } from './item.messages';
import { sheetTitle } from './print/sheet-title';

type WeekHeadingFormProps = {
  data: WeekData;
  edition: SheetEdition;
  onEdition: (edition: SheetEdition) => void;
};

const LONGEST_TITLE = 100;
const LONGEST_NOTE = 2000;

/** What stands on the printed week besides its items; kept when a field is left. */
export function WeekHeadingForm({ data, edition, onEdition }: WeekHeadingFormProps) {
  const t = useMessages(itemMessages);
  const [title, setTitle] = useState(data.plan?.title ?? '');
  const [note, setNote] = useState(data.plan?.note ?? '');

  const save = async () => {
    if (title.trim() === (data.plan?.title ?? '') && note.trim() === (data.plan?.note ?? ''))
      return;
    try {
      await execute(setWeekNote, { id: data.week.monday, title, note });
    } catch (error) {
      showProblem(error);
    }
  };
  const isInternal = edition === 'internal';
  return (
    <Stack gap="sm">
      <TextInput
        label={t('weekTitle')}
        description={t('weekTitleHint')}
        placeholder={sheetTitle({ ...data, plan: undefined }, t('defaultTitle'))}
        maxLength={LONGEST_TITLE}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      <Textarea
        label={t('weekNote')}
        description={t('weekNoteHint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t('edition')}
        </Text>
        <SegmentedControl
          fullWidth
          value={edition}
          data={SHEET_EDITIONS.map((value) => ({ value, label: t(`edition.${value}`) }))}
          onChange={onEdition}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {isInternal ? t('editionHintInternal') : t('editionHintMembers')}
        </Text>
      </div>
    </Stack>
  );
}
