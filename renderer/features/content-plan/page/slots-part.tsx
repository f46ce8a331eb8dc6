import { Button, Group, MultiSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { CONTENT_FORMS, clockTimeSchema } from '@shared/domain/calendar/content.schema';
import type { SlotSetting, SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { useSlots } from '@/features/content-items';
import { Card } from '@/ui/card';
import { saveSlotSettings } from '../column.commands';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

/** Hours, quotas and forms of the four slots, and how much one group can bear. */
export function SlotsPart() {
  const settings = useSlots();
  return settings ? <SlotsForm key={JSON.stringify(settings)} settings={settings} /> : null;
}

type SlotProblem = { key: 'slotUpright' | 'slotQuota' } | { key: 'slotOverlap'; other: Slot };

function problemOf(slots: SlotSettings['slots'], slot: Slot): SlotProblem | undefined {
  const own = slots[slot];
  const isClock = (text: string) => clockTimeSchema.safeParse(text).success;
  if (!isClock(own.from) || !isClock(own.to) || own.from >= own.to) return { key: 'slotUpright' };
  if (own.max < own.min) return { key: 'slotQuota' };
  const other = SLOTS.find(
    (it) => it !== slot && slots[it].from < own.to && own.from < slots[it].to,
  );
  return other && { key: 'slotOverlap', other };
}

/** `6:30`, `６：３０` and `0630` as `06:30`; anything else stays as it was typed. */
function tidyClock(typed: string): string {
  const [, hour = '', minute = ''] =
    /^(\d{1,2}):?(\d{2})$/.exec(typed.normalize('NFKC').trim()) ?? [];
  return hour === '' ? typed : `${hour.padStart(2, '0')}:${minute}`;
}

const GUARDS = [
  { field: 'perGroupSlot', min: 1, max: 50 },
  { field: 'perGroupDay', min: 1, max: 100 },
  { field: 'repetitionDays', min: 0, max: 365 },
] as const;

function SlotsForm({ settings }: { settings: SlotSettings }) {
  const t = useMessages(pageMessages);
  const [draft, setDraft] = useState(settings);
  const change = (slot: Slot, fields: Partial<SlotSetting>) =>
    setDraft((was) => ({
      ...was,
      slots: { ...was.slots, [slot]: { ...was.slots[slot], ...fields } },
    }));
  const problems = new Map(SLOTS.map((slot) => [slot, problemOf(draft.slots, slot)]));
  const isWrong = [...problems.values()].some(Boolean);
  const save = () =>
    execute(saveSlotSettings, draft).then(() => showDone(t('saved'), { undo: true }), showProblem);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) void save();
      }}
    >
      <div className={classes.stack}>
        <Card>
          <Text size="sm" mb="sm">
            {t('slotText')}
          </Text>
          <div className={classes.slots}>
            <span />
            {(['from', 'to', 'min', 'max', 'forms'] as const).map((key) => (
              <span key={key} className={classes.head}>
                {t(key)}
              </span>
            ))}
            {SLOTS.map((slot) => (
              <SlotRow
                key={slot}
                slot={slot}
                setting={draft.slots[slot]}
                problem={problems.get(slot)}
                onChange={(fields) => change(slot, fields)}
              />
            ))}
          </div>
        </Card>
        <Card title={t('guardTitle')}>
          <Group gap="sm" align="flex-start">
            {GUARDS.map(({ field, min, max }) => (
              <NumberInput
                key={field}
                w={230}
                label={t(field)}
                {...(field === 'repetitionDays' && { description: t('repetitionHint') })}
                inputWrapperOrder={['label', 'input', 'description']}
                data-testid={`guard-${field}`}
                min={min}
                max={max}
                allowDecimal={false}
                clampBehavior="strict"
                value={draft[field]}
                onChange={(value) =>
                  typeof value === 'number' && setDraft((was) => ({ ...was, [field]: value }))
                }
              />
            ))}
          </Group>
        </Card>
        <div>
          <Button type="submit" data-testid="slots-save" disabled={isWrong || draft === settings}>
            {t('save')}
          </Button>
        </div>
      </div>
    </form>
  );
}

type SlotRowProps = {
  slot: Slot;
  setting: SlotSetting;
  problem: SlotProblem | undefined;
  onChange: (fields: Partial<SlotSetting>) => void;
};

function SlotRow({ slot, setting, problem, onChange }: SlotRowProps) {
  const t = useMessages(pageMessages);
  const words = useMessages(wordsMessages);
  const name = words(`slot.${slot}`);
  const error =
    problem &&
    (problem.key === 'slotOverlap'
      ? t('slotOverlap', { slot: words(`slot.${problem.other}`) })
      : t(problem.key));
  return (
    <>
      <span className={classes.slotName} data-slot={slot}>
        {name}
      </span>
      {(['from', 'to'] as const).map((key) => (
        <TextInput
          key={key}
          inputMode="numeric"
          maxLength={5}
          placeholder="06:30"
          aria-label={`${name} ${t(key)}`}
          value={setting[key]}
          error={key === 'from' ? error : error !== undefined}
          onChange={(event) => onChange({ [key]: event.currentTarget.value })}
          onBlur={() => onChange({ [key]: tidyClock(setting[key]) })}
        />
      ))}
      {(['min', 'max'] as const).map((key) => (
        <NumberInput
          key={key}
          aria-label={`${name} ${t(key)}`}
          min={key === 'min' ? 0 : 1}
          max={key === 'min' ? 20 : 50}
          allowDecimal={false}
          clampBehavior="strict"
          value={setting[key]}
          onChange={(value) => typeof value === 'number' && onChange({ [key]: value })}
        />
      ))}
      <MultiSelect
        aria-label={`${name} ${t('forms')}`}
        value={setting.forms}
        data={CONTENT_FORMS.map((value) => ({ value, label: words(`form.${value}`) }))}
        onChange={(values) =>
          onChange({ forms: CONTENT_FORMS.filter((form) => values.includes(form)) })
        }
      />
    </>
  );
}
