import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { GROUP_READING_KINDS, type GroupReading } from '@shared/domain/group-life/group-day.schema';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { addReading, editReading } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { DayField } from './day-field';
import { readingsMessages } from './readings.messages';
import classes from './trust.module.css';

export type ReadingStart = { kind: GroupReading['kind']; reading?: GroupReading };

type ReadingFormProps = { groupId: string; start: ReadingStart; onClose: () => void };

/** How many were asked, and how many said yes. */
export function ReadingForm({ groupId, start, onClose }: ReadingFormProps) {
  useReturnFocus();
  const t = useMessages(readingsMessages);
  const today = useToday();
  const { reading } = start;
  const [kind, setKind] = useState(start.kind);
  const [day, setDay] = useState(reading?.day ?? today);
  const [n, setN] = useState<number | string>(reading?.n ?? '');
  const [k, setK] = useState<number | string>(reading?.k ?? '');
  const [note, setNote] = useState(reading?.note ?? '');
  const [isTried, setTried] = useState(false);
  const isValid =
    typeof n === 'number' && typeof k === 'number' && n >= 1 && k >= 0 && k <= n && day !== '';
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isValid) return;
    const fields = { kind, day, n, k, ...(note.trim() && { note: note.trim() }) };
    try {
      if (reading) await execute(editReading, { readingId: reading.id, ...fields });
      else await execute(addReading, { groupId, ...fields });
      onClose();
      showDone(t('saved'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(reading ? 'edit' : 'add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <Select
          label={t('kind')}
          data={GROUP_READING_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind(GROUP_READING_KINDS.find((it) => it === value) ?? kind)}
        />
        <DayField label={t('day')} value={day} maxDay={today} onChange={setDay} />
        <NumberInput
          hideControls
          data-autofocus
          data-testid="reading-n"
          label={t('n')}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={n}
          onChange={setN}
        />
        <NumberInput
          hideControls
          data-testid="reading-k"
          label={t(`yes.${kind}`)}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={k}
          error={isTried && !isValid ? t('invalid') : undefined}
          onChange={setK}
        />
        <TextInput
          label={t('note')}
          placeholder={t('notePlaceholder')}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <span className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="reading-save">
            {t('save')}
          </Button>
        </span>
      </form>
    </Modal>
  );
}
