import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  chosenPlacements,
  type PlaceMode,
  placements,
} from '@shared/domain/calendar/plan-place.rules';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { templateCells, templateOfStarter } from '@shared/domain/calendar/week-template.rules';
import { addDays } from '@shared/lib/time';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useReturnFocus } from '@/ui/use-return-focus';
import { DayField } from '../day-field';
import { saveTemplate } from '../place.commands';
import { placeMessages } from './place.messages';
import { ModeField, PlaceButtons } from './place-buttons';
import { PlaceList } from './place-list';
import { starterWeeks } from './starter-weeks';
import { useWeekRange } from './use-week-range';

type WeekDialogProps = { monday: string; onClose: () => void };

const weekItems = (monday: string) =>
  readDb.rows('contentItems').between('date', monday, addDays(monday, 6));

/** Keeps the week as a pattern under a name. */
export function SaveTemplateDialog({ monday, onClose }: WeekDialogProps) {
  useReturnFocus();
  const t = useMessages(placeMessages);
  const range = useWeekRange();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const items = useLive(() => weekItems(monday), [monday]);
  const n = items?.length ?? 0;
  const save = async () => {
    try {
      const { count } = await execute(saveTemplate, { monday, name });
      onClose();
      showDone(t('saved', { name: name.trim(), count, n: count }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('saveTitle', { range: range(monday) })} size={460}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('saveText', { count: n, n })}</Text>
          <TextInput
            data-autofocus
            data-testid="template-name"
            label={t('saveName')}
            placeholder={t('saveNameHint')}
            maxLength={60}
            value={name}
            error={problem}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              data-testid="template-save"
              disabled={name.trim() === '' || n === 0}
            >
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** A template laid into a week, with what it meets there. */
export function ApplyTemplateDialog(props: WeekDialogProps & { templateId?: string }) {
  const { monday: firstMonday, templateId, onClose } = props;
  useReturnFocus();
  const t = useMessages(placeMessages);
  const key = useLanguageKey();
  const format = useFormat();
  const [chosenId, setChosenId] = useState(templateId);
  const [monday, setMonday] = useState(weekOf(firstMonday).monday);
  const [mode, setMode] = useState<PlaceMode>('add');
  const own = useLive(() => readDb.rows('weekTemplates').all(), []);
  const existing = useLive(() => weekItems(monday), [monday]);
  const starters = starterWeeks.map((starter) => templateOfStarter(starter, key));
  const known = [...(own ?? []), ...starters];
  const template = known.find(({ id }) => id === chosenId) ?? known[0];
  const all = template && existing ? placements(templateCells(template, monday), existing) : [];
  const chosen = chosenPlacements(all, mode);
  const option = ({ id, name, items }: (typeof known)[number]) => ({
    value: id,
    label: `${name} · ${format.count(items.length)}`,
  });
  return (
    <Modal opened onClose={onClose} title={t('applyTitle')} size={720}>
      <Stack gap="sm" data-testid="apply-template">
        <Group grow gap="sm" align="flex-start">
          <Select
            label={t('template')}
            data-testid="template-choice"
            allowDeselect={false}
            value={template?.id ?? null}
            data={[
              ...(own && own.length > 0 ? [{ group: t('own'), items: own.map(option) }] : []),
              { group: t('starters'), items: starters.map(option) },
            ]}
            onChange={(id) => id && setChosenId(id)}
          />
          <DayField
            label={t('week')}
            value={monday}
            onChange={(day) => day && setMonday(weekOf(day).monday)}
          />
        </Group>
        <ModeField value={mode} onChange={setMode} />
        <PlaceList all={all} chosen={chosen} titleOf={({ plan }) => plan.title} />
        <PlaceButtons
          what="template"
          items={chosen.map(({ cell, source }) => ({ ...cell, plan: source.plan }))}
          onClose={onClose}
        />
      </Stack>
    </Modal>
  );
}
