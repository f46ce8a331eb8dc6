import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { adjustGrowth } from './growth-value.commands';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import type { FoundMember } from './member-finder';

type AdjustFormProps = { member: FoundMember; onDone: () => void };

export function AdjustForm({ member, onDone }: AdjustFormProps) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const [points, setPoints] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();

  async function adjust(event: FormEvent) {
    event.preventDefault();
    const amount = Number(points);
    if (points === '' || !Number.isInteger(amount) || amount === 0) {
      setProblem(t('pointsMissing'));
      return;
    }
    if (reason.trim() === '') {
      setProblem(t('reasonMissing'));
      return;
    }
    const who = member.name;
    try {
      const { balance } = await execute(adjustGrowth, {
        memberId: member.id,
        who,
        points: amount,
        reason,
      });
      onDone();
      const signed = `${amount > 0 ? '+' : ''}${format.count(amount)}`;
      showDone(t('adjusted', { who, points: signed, balance: format.count(balance) }), {
        undo: true,
      });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <form noValidate onSubmit={(event) => void adjust(event)}>
      <Stack gap="sm">
        <NumberInput
          label={t('adjustPoints')}
          description={t('adjustHint')}
          data-testid="growth-adjust-points"
          allowDecimal={false}
          min={-1_000_000}
          max={1_000_000}
          value={points}
          onChange={setPoints}
        />
        <TextInput
          label={t('adjustReason')}
          data-testid="growth-adjust-reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem !== undefined && (
          <div role="alert" className={classes.problem} data-testid="growth-problem">
            {problem}
          </div>
        )}
        <Group justify="flex-end">
          <Button type="submit" data-testid="growth-adjust">
            {t('adjust')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
