import { Checkbox } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { type ClockSpan, clockSchema } from '@shared/domain/sop/due.schema';
import { useMessages } from '@/app/i18n/messages';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

type HoursFieldsProps = {
  label: string;
  hours: ClockSpan | undefined;
  /** What is set when the box is ticked. */
  usual: ClockSpan;
  onChange: (hours: ClockSpan | undefined) => void;
};

/** From one clock to another, or no hours at all. */
export function HoursFields({ label, hours, usual, onChange }: HoursFieldsProps) {
  const t = useMessages(editorMessages);
  const set = (patch: Partial<ClockSpan>) => {
    const next = { ...(hours ?? usual), ...patch };
    if (clockSchema.safeParse(next.from).success && clockSchema.safeParse(next.to).success) {
      onChange(next);
    }
  };
  return (
    <div className={classes.inline}>
      <Checkbox
        label={label}
        checked={hours !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : undefined)}
      />
      {hours && (
        <>
          <TimeInput
            aria-label={`${label} ${t('from')}`}
            value={hours.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
          />
          –
          <TimeInput
            aria-label={`${label} ${t('to')}`}
            value={hours.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}
