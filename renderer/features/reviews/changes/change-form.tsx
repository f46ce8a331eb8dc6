import { Button, Select } from '@mantine/core';
import type { ReviewChange } from '@shared/domain/sop/review.schema';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { changeMessages } from '../change.messages';
import classes from '../reviews.module.css';
import { ChangeFields } from './change-fields';

const KINDS = ['targetRate', 'script', 'checklistAdd', 'checklistDrop', 'action', 'due'] as const;

type ChangeFormProps = {
  steps: readonly StepDefinition[];
  /** The step that is offered first. */
  first: number | undefined;
  onAdd: (change: ReviewChange) => void;
  onClose: () => void;
};

/** Which step, what of it, and how it shall be. */
export function ChangeForm({ steps, first, onAdd, onClose }: ChangeFormProps) {
  const t = useMessages(changeMessages);
  const say = useBilingual();
  const [kind, setKind] = useState<ReviewChange['kind']>('targetRate');
  const [position, setPosition] = useState(Math.min(first ?? 2, steps.length));
  const [change, setChange] = useState<ReviewChange>();
  const step = steps[position - 1];
  const isFirst = (at: number) => kind === 'targetRate' && at === 0;
  return (
    <form
      className={classes.form}
      data-testid="review-change-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (change) onAdd(change);
      }}
    >
      <Select
        size="xs"
        label={t('kind')}
        allowDeselect={false}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => {
          setKind(KINDS.find((it) => it === value) ?? kind);
          setChange(undefined);
        }}
      />
      <Select
        size="xs"
        label={t('step')}
        allowDeselect={false}
        value={String(position)}
        data={steps.map(({ title }, index) => ({
          value: String(index + 1),
          label: t('stepName', { position: index + 1, title: say(title) }),
          disabled: isFirst(index),
        }))}
        onChange={(value) => {
          setPosition(Number(value));
          setChange(undefined);
        }}
      />
      {step && (
        <ChangeFields
          key={`${kind}.${position}`}
          kind={kind}
          position={position}
          step={step}
          onChange={setChange}
        />
      )}
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button size="xs" type="submit" disabled={!change} data-testid="review-change-confirm">
          {t('confirm')}
        </Button>
      </div>
    </form>
  );
}
