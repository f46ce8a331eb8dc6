import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { setWeekNote } from '@/features/content-items';
import { sheetTitle } from '@/features/week-print';
import type { PlanData } from './calendar.queries';
import { itemMessages } from './item.messages';

type WeekHeadingFormProps = {
  data: PlanData;
};

const LONGEST_TITLE = 100;
const LONGEST_NOTE = 2000;

/** What stands on the printed week besides its items; kept when a field is left. */
export function WeekHeadingForm({ data }: WeekHeadingFormProps) {
  const t = useMessages(itemMessages);
  const [title, setTitle] = useState(data.plan?.title ?? '');
  const [note, setNote] = useState(data.plan?.note ?? '');

  const titleLength = title.trim().length;
  const noteLength = note.trim().length;

  const save = async () => {
    if (titleLength > LONGEST_TITLE || noteLength > LONGEST_NOTE) return;
    if (title.trim() === (data.plan?.title ?? '') && note.trim() === (data.plan?.note ?? ''))
      return;
    try {
      await execute(setWeekNote, { id: data.week.monday, title, note });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Stack gap="sm">
      <TextInput
        label={t('weekTitle')}
        description={t('weekTitleHint')}
        placeholder={sheetTitle({ ...data, plan: undefined }, t('defaultTitle'))}
        error={titleLength > LONGEST_TITLE && t('longer', { most: LONGEST_TITLE, n: titleLength })}
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
        error={noteLength > LONGEST_NOTE && t('longer', { most: LONGEST_NOTE, n: noteLength })}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => void save()}
      />
    </Stack>
  );
}
