import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { dueRuleOf } from '@shared/domain/sop/due.rules';
import type { ReviewChange } from '@shared/domain/sop/review.schema';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { useState } from 'react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { changeMessages } from '../change.messages';
import classes from '../reviews.module.css';
import { DiffText } from './diff-text';

type FieldsProps = {
  position: number;
  step: StepDefinition;
  /** The change as it stands; none while it says nothing. */
  onChange: (change: ReviewChange | undefined) => void;
};

const languageNow = () => (currentLanguage() === 'en' ? 'en' : 'zh');

/** The fields that a kind of change needs, filled with what is there now. */
export function ChangeFields(props: FieldsProps & { kind: ReviewChange['kind'] }) {
  const { kind, ...fields } = props;
  switch (kind) {
    case 'targetRate':
      return <RateField {...fields} />;
    case 'script':
      return <ScriptField {...fields} />;
    case 'checklistAdd':
      return <NewItemField {...fields} />;
    case 'checklistDrop':
      return <DropItemField {...fields} />;
    case 'action':
      return <ActionField {...fields} />;
    case 'due':
      return <DueField {...fields} />;
    default:
      return assertNever(kind, 'ChangeFields');
  }
}

function RateField({ position, step, onChange }: FieldsProps) {
  const t = useMessages(changeMessages);
  const now = step.metric.targetRate;
  return (
    <NumberInput
      size="xs"
      label={t('rate')}
      min={0}
      max={100}
      decimalScale={2}
      hideControls
      defaultValue={now === undefined ? '' : Number((now * 100).toFixed(2))}
      onChange={(value) =>
        onChange(
          value === ''
            ? undefined
            : { kind: 'targetRate', step: position, targetRate: Number(value) / 100 },
        )
      }
    />
  );
}

function DueField({ position, step, onChange }: FieldsProps) {
  const t = useMessages(changeMessages);
  const { on } = dueRuleOf(step);
  if (on.kind !== 'afterStart' && on.kind !== 'afterStep') {
    return <p className={classes.refused}>{t('refused.dueNotCounted')}</p>;
  }
  return (
    <NumberInput
      size="xs"
      label={t('days')}
      min={0}
      max={3650}
      allowDecimal={false}
      defaultValue={on.days}
      onChange={(value) =>
        onChange(value === '' ? undefined : { kind: 'due', step: position, days: Number(value) })
      }
    />
  );
}

function NewItemField({ position, onChange }: FieldsProps) {
  const t = useMessages(changeMessages);
  return (
    <TextInput
      size="xs"
      label={t('item')}
      maxLength={300}
      onChange={(event) => {
        const label = event.currentTarget.value.trim();
        onChange(
          label
            ? { kind: 'checklistAdd', step: position, label, language: languageNow() }
            : undefined,
        );
      }}
    />
  );
}

function DropItemField({ position, step, onChange }: FieldsProps) {
  const t = useMessages(changeMessages);
  const say = useBilingual();
  if (step.checklist.length === 0) return <p className={classes.quiet}>{t('nothing')}</p>;
  return (
    <Select
      size="xs"
      label={t('item')}
      data={step.checklist.map(({ key, label }) => ({ value: key, label: say(label) }))}
      onChange={(key) => onChange(key ? { kind: 'checklistDrop', step: position, key } : undefined)}
    />
  );
}

function ActionField({ position, step, onChange }: FieldsProps) {
  const say = useBilingual();
  return (
    <TextField
      now={say(step.action)}
      maxLength={2000}
      onText={(text) =>
        onChange(
          text === undefined
            ? undefined
            : { kind: 'action', step: position, text, language: languageNow() },
        )
      }
    />
  );
}

/** Scripts and their variants, each told apart by both keys. */
function ScriptField({ position, step, onChange }: FieldsProps) {
  const t = useMessages(changeMessages);
  const say = useBilingual();
  const choices = step.scripts.flatMap((script) => [
    { scriptKey: script.key, text: script.text, label: say(script.label) },
    ...(script.variants ?? []).map((variant) => ({
      scriptKey: script.key,
      variantKey: variant.key,
      text: variant.text,
      label: t('variantName', { script: say(script.label), variant: say(variant.label) }),
    })),
  ]);
  const [at, setAt] = useState(0);
  const chosen = choices[at];
  if (!chosen) return <p className={classes.quiet}>{t('nothing')}</p>;
  const { scriptKey, text: stored } = chosen;
  const variant = 'variantKey' in chosen ? { variantKey: chosen.variantKey } : {};
  return (
    <>
      <Select
        size="xs"
        label={t('whichScript')}
        allowDeselect={false}
        value={String(at)}
        data={choices.map(({ label }, index) => ({ value: String(index), label }))}
        onChange={(value) => {
          setAt(Number(value));
          onChange(undefined);
        }}
      />
      <TextField
        key={at}
        now={say(stored)}
        maxLength={5000}
        onText={(text) =>
          onChange(
            text === undefined
              ? undefined
              : {
                  kind: 'script',
                  step: position,
                  scriptKey,
                  ...variant,
                  text,
                  language: languageNow(),
                },
          )
        }
      />
    </>
  );
}

type TextFieldProps = {
  now: string;
  maxLength: number;
  /** Nothing while it is empty or as it was. */
  onText: (text: string | undefined) => void;
};

/** A longer text with what changes in it, seen while one writes. */
function TextField({ now, maxLength, onText }: TextFieldProps) {
  const t = useMessages(changeMessages);
  const [text, setText] = useState(now);
  return (
    <>
      <Textarea
        size="xs"
        label={t('text')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={maxLength}
        value={text}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setText(value);
          onText(value.trim() && value !== now ? value.trim() : undefined);
        }}
      />
      {text !== now && <DiffText before={now} after={text} />}
      <p className={classes.quiet}>{t('onlyThisLanguage')}</p>
    </>
  );
}
