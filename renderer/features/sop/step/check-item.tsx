import { Checkbox } from '@mantine/core';
import type { ItemAnswer } from '@shared/domain/sop/checklist.rules';
import type { ChecklistItem, SopStep } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { CheckPass } from './check-pass';
import { CheckValue } from './check-value';

export type CheckItemProps = {
  item: ChecklistItem;
  step: SopStep;
  isClosed: boolean;
  onAnswer: (answer: ItemAnswer) => void;
};

/** One item of the checklist: a tick, a verdict with its note, or a value. */
export function CheckItem(props: CheckItemProps) {
  const { item, step, isClosed, onAnswer } = props;
  const say = useBilingual();
  const kind = item.kind ?? 'tick';
  switch (kind) {
    case 'tick':
      return (
        <Checkbox
          size="sm"
          label={say(item.label)}
          description={item.hint && say(item.hint)}
          checked={step.tickedKeys.includes(item.key)}
          disabled={isClosed}
          onChange={(event) =>
            onAnswer(event.currentTarget.checked ? { result: 'tick' } : undefined)
          }
        />
      );
    case 'passFail':
      return <CheckPass {...props} />;
    case 'value':
      return <CheckValue {...props} />;
    default:
      return assertNever(kind, 'CheckItem');
  }
}
