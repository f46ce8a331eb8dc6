import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { occurrencesBetween, WEEKS_AHEAD } from '@shared/domain/calendar/repeat.rules';
import type { ContentRepeat } from '@shared/domain/calendar/repeat.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { addDays } from '@shared/lib/time';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { changeRepeat, makeRepeat } from '../repeat.commands';
import { repeatMessages } from './repeat.messages';
import { draftOfDay, draftOfRepeat, type RepeatDraft, ruleOfDraft } from './repeat-draft';
import { RepeatPreview } from './repeat-preview';
import { RuleFields } from './rule-fields';

export type RepeatDialogProps = {
  /** What repeats: an item, nothing yet, or a repeat whose days change from a day on. */
  about: { item: ContentItem } | { fresh: true } | { repeat: ContentRepeat; onDay: string };
  onClose: () => void;
};

const later = (a: string, b: string) => (a > b ? a : b);

/** On which days it comes, with the days themselves before anything is planned. */
export function RepeatDialog({ about, onClose }: RepeatDialogProps) {
  useReturnFocus();
  const t = useMessages(repeatMessages);
  const words = useMessages(wordsMessages);
  const today = useToday();
  const repeat = 'repeat' in about ? about.repeat : undefined;
  const [draft, setDraft] = useState<RepeatDraft>(() =>
    repeat ? draftOfRepeat(repeat) : draftOfDay('item' in about ? about.item.date : today),
  );
  const [title, setTitle] = useState('');
  const [slot, setSlot] = useState<Slot>('morning');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const rule = ruleOfDraft(draft);
  const firstDay = 'repeat' in about ? about.onDay : draft.fromDay;
  const lastDay = addDays(later(today, firstDay), WEEKS_AHEAD * 7);
  const times = rule && {
    rule,
    skip: draft.skip,
    fromDay: draft.fromDay,
    leftOutDays: repeat?.leftOutDays ?? [],
    ...(draft.untilDay !== null && { untilDay: draft.untilDay }),
  };
  const days = times ? occurrencesBetween(times, firstDay, lastDay).days : [];
  // The item that it is made from is there already.
  const there = 'item' in about && days.includes(about.item.date) ? 1 : 0;
  const count = days.length - there;
  const isTitleMissing = 'fresh' in about && title.trim() === '';

  const save = async () => {
    if (!rule || isTitleMissing) return;
    setBusy(true);
    const { skip, fromDay, untilDay } = draft;
    try {
      if ('repeat' in about) {
        const { onDay } = about;
        const done = await execute(changeRepeat, {
          id: about.repeat.id,
          onDay,
          rule,
          skip,
          untilDay,
        });
        onClose();
        showDone(t('changed', done), { undo: true });
        return;
      }
      const from =
        'item' in about
          ? { itemId: about.item.id }
          : {
              fresh: {
                slot,
                plan: { title: title.trim(), form: 'article' as const, groupIds: [] },
              },
            };
      const until = untilDay === null ? {} : { untilDay };
      const made = await execute(makeRepeat, {
        ...from,
        rule,
        skip,
        fromDay,
        ...until,
        madeUntil: lastDay,
      });
      onClose();
      showDone(t('made', { count: made.count, n: made.count }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };

  const heading =
    'item' in about
      ? t('makeTitle', { title: about.item.title })
      : t(repeat ? 'changeTitle' : 'freshTitle');
  return (
    <Modal opened onClose={onClose} title={heading} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm" data-testid="repeat-dialog">
          {'fresh' in about && (
            <Group gap="sm" align="flex-start" wrap="nowrap">
              <TextInput
                flex={1}
                data-autofocus
                label={t('title')}
                maxLength={200}
                value={title}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
              <Select
                w={130}
                label={t('slot')}
                allowDeselect={false}
                value={slot}
                data={SLOTS.map((value) => ({ value, label: words(`slot.${value}`) }))}
                onChange={(value) => value && setSlot(value)}
              />
            </Group>
          )}
          <RuleFields
            draft={draft}
            isBegun={repeat !== undefined}
            onChange={(change) => setDraft((was) => ({ ...was, ...change }))}
          />
          {times && <RepeatPreview times={times} firstDay={firstDay} lastDay={lastDay} />}
          {problem !== undefined && <p role="alert">{problem}</p>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              data-testid="repeat-confirm"
              disabled={!rule || isTitleMissing || (!repeat && days.length === 0)}
              loading={isBusy}
            >
              {repeat ? t('confirmChange') : t('confirmMake', { count, n: count })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
