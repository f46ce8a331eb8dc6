import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { slotHoursLabel } from '@shared/domain/calendar/slot.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { SLOTS } from '@shared/domain/calendar/slots';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useSlots } from '@/app/use-slots';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { openRescue } from './rescue.commands';
import { rescueMessages } from './rescue.messages';

const OWN = '';

type RescueDialogProps = {
  runId: string;
  /** The step that the people have not reached. */
  position: number;
  definition: Pick<StepDefinition, 'title' | 'scripts'>;
  memberIds: readonly string[];
  onClose: () => void;
};

/** Whom, with what text, when and by whom: all filled in, so that one click is enough. */
export function RescueDialog(props: RescueDialogProps) {
  const { runId, position, definition, memberIds, onClose } = props;
  useReturnFocus();
  const t = useMessages(rescueMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const say = useBilingual();
  const hours = (useSlots() ?? DEFAULT_SLOT_SETTINGS).slots;
  const { scripts } = definition;
  const [title, setTitle] = useState(
    t('defaultTitle', { position, step: say(definition.title) }).slice(0, 200),
  );
  const [day, setDay] = useState(dayOf(Date.now(), DEFAULT_TIME_ZONE));
  const [slot, setSlot] = useState<(typeof SLOTS)[number]>('evening');
  const [ownerName, setOwnerName] = useState('');
  const [from, setFrom] = useState(scripts[0]?.key ?? OWN);
  const [script, setScript] = useState(scripts[0] ? say(scripts[0].text) : '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const take = (key: string | null) => {
    setFrom(key ?? OWN);
    const found = scripts.find((it) => it.key === key);
    setScript(found ? say(found.text) : '');
  };
  const create = async () => {
    setBusy(true);
    try {
      const { count } = await execute(openRescue, {
        runId,
        position,
        title: title.trim(),
        memberIds: [...memberIds],
        day,
        slot,
        ...(script.trim() ? { script: script.trim() } : {}),
        ...(ownerName.trim() ? { ownerName: ownerName.trim() } : {}),
      });
      onClose();
      showDone(t('createdToast', { count: format.count(count) }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('newTitle')} size={620}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Stack gap="sm" data-testid="rescue-dialog">
          <Text size="sm" c="dimmed">
            {t('newText', { count: format.count(memberIds.length) })}
          </Text>
          <TextInput
            label={t('taskTitle')}
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <DatesProvider
              settings={{
                locale: currentLanguage() === 'en' ? 'en' : 'zh-cn',
                firstDayOfWeek: 1,
              }}
            >
              <DatePickerInput
                label={t('day')}
                valueFormat="YYYY-MM-DD"
                value={day}
                onChange={(value) => value && setDay(value)}
              />
            </DatesProvider>
            <Select
              label={t('slot')}
              allowDeselect={false}
              value={slot}
              data={SLOTS.map((value) => ({
                value,
                label: `${words(`slot.${value}`)} ${slotHoursLabel(hours[value])}`,
              }))}
              onChange={(value) => setSlot(SLOTS.find((it) => it === value) ?? slot)}
            />
            <TextInput
              label={t('owner')}
              maxLength={60}
              value={ownerName}
              onChange={(event) => setOwnerName(event.currentTarget.value)}
            />
          </Group>
          {scripts.length > 0 && (
            <Select
              label={t('scriptFrom')}
              allowDeselect={false}
              value={from}
              data={[
                ...scripts.map((it) => ({ value: it.key, label: say(it.label) })),
                { value: OWN, label: t('scriptOwn') },
              ]}
              onChange={take}
            />
          )}
          <Textarea
            label={t('script')}
            description={t('scriptHint')}
            autosize
            minRows={3}
            maxRows={9}
            maxLength={5000}
            value={script}
            onChange={(event) => setScript(event.currentTarget.value)}
          />
          {problem && (
            <Text size="sm" c="red" role="alert">
              {problem}
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              data-testid="rescue-create"
              loading={isBusy}
              disabled={!title.trim() || memberIds.length === 0}
            >
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
