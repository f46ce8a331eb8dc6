import { Button, Checkbox, Modal, Group as Row, Select, TextInput } from '@mantine/core';
import { GROUP_INPUT_KINDS, type GroupInput } from '@shared/domain/group-life/group-day.schema';
import { weeklyDays } from '@shared/domain/group-life/worth.rules';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { DayField } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { addGroupInput, editGroupInput } from '../group-inputs.commands';
import { readNumber } from '../read-number';
import classes from '../worth.module.css';
import { inputsMessages } from './inputs.messages';

const MOST_WEEKS = 104;
const LEAST_HOURS = 0.01;
const MOST_HOURS = 10_000;
const MOST_YUAN = 10_000_000;

type InputFormProps = { groupId: string; input?: GroupInput; onClose: () => void };

/** Hours or money for one day, or the same every week since. */
export function InputForm({ groupId, input, onClose }: InputFormProps) {
  useReturnFocus();
  const t = useMessages(inputsMessages);
  const today = useToday();
  const [kind, setKind] = useState<GroupInput['kind']>(input?.kind ?? 'hours');
  const [day, setDay] = useState(input?.day ?? today);
  const [hours, setHours] = useState(input?.hours === undefined ? '' : String(input.hours));
  const [amount, setAmount] = useState(
    input?.amountFen === undefined ? '' : String(input.amountFen / 100),
  );
  const [note, setNote] = useState(input?.note ?? '');
  const [isWeekly, setWeekly] = useState(false);
  const [isTried, setTried] = useState(false);
  const isHours = kind === 'hours';
  const hoursRead = readNumber(hours, LEAST_HOURS, MOST_HOURS);
  const amountRead = readNumber(amount, 0, MOST_YUAN);
  const isDayBad = day === '' || day > today;
  const isHoursBad = isHours && hoursRead.kind !== 'number';
  const isAmountBad = amountRead.kind === 'bad' || (!isHours && amountRead.kind === 'none');
  const days = isDayBad ? [] : weeklyDays(day, today, MOST_WEEKS);
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isDayBad || isHoursBad || isAmountBad) return;
    const told = {
      kind,
      day,
      ...(isHours && hoursRead.kind === 'number' && { hours: hoursRead.value }),
      ...(amountRead.kind === 'number' && { amountFen: Math.round(amountRead.value * 100) }),
      ...(note.trim() && { note: note.trim() }),
    };
    try {
      if (input) {
        await execute(editGroupInput, { id: input.id, ...told });
        showDone(t('changed'), { undo: true });
      } else {
        const weeks = isWeekly ? MOST_WEEKS : 1;
        const { count } = await execute(addGroupInput, { groupId, weeks, ...told });
        showDone(t('saved', { n: count }), { undo: true });
      }
      onClose();
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(input ? 'editTitle' : 'addTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.form}
        noValidate
        data-testid="input-form"
        onSubmit={(event) => void save(event)}
      >
        <Select
          label={t('kind')}
          data-testid="input-kind"
          allowDeselect={false}
          data={GROUP_INPUT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(GROUP_INPUT_KINDS.find((it) => it === value) ?? kind)}
        />
        <DayField
          label={t('day')}
          testId="input-day"
          maxDay={today}
          value={day}
          error={isDayBad ? t('dayBad') : undefined}
          onChange={setDay}
        />
        {isHours && (
          <TextInput
            data-autofocus
            inputMode="decimal"
            label={t('hours')}
            data-testid="input-hours"
            value={hours}
            error={(isTried || hoursRead.kind === 'bad') && isHoursBad ? t('hoursBad') : undefined}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
        )}
        <TextInput
          inputMode="decimal"
          label={t(isHours ? 'amountOfHours' : 'amount')}
          data-testid="input-amount"
          {...(kind === 'gift' ? { description: t('giftHint') } : {})}
          value={amount}
          error={(isTried || amountRead.kind === 'bad') && isAmountBad ? t('amountBad') : undefined}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <TextInput
          label={t('note')}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {!input && (
          <Checkbox
            label={t('weekly')}
            description={isWeekly ? t('weeklyFrom', { n: days.length }) : undefined}
            data-testid="input-weekly"
            checked={isWeekly}
            onChange={(event) => setWeekly(event.currentTarget.checked)}
          />
        )}
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="input-save">
            {t('save')}
          </Button>
        </Row>
      </form>
    </Modal>
  );
}
