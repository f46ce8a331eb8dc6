import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { KOC_INCENTIVE_KINDS } from '@shared/domain/koc/koc.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { promiseIncentive } from '../koc.commands';
import classes from '../koc.module.css';
import { kocPanelMessages } from './koc-panel.messages';

type Kind = (typeof KOC_INCENTIVE_KINDS)[number];
type IncentiveFormProps = { memberId: string; name: string };

/** Notes what is promised, or what was given at once. */
export function IncentiveForm({ memberId, name }: IncentiveFormProps) {
  const t = useMessages(kocPanelMessages);
  const [kind, setKind] = useState<Kind>('goods');
  const [what, setWhat] = useState('');
  const [amount, setAmount] = useState<string | number>('');
  const [problem, setProblem] = useState<string>();

  async function note(isGiven: boolean) {
    const value = amount === '' ? undefined : Number(amount);
    const isPoints = kind === 'points';
    if (what.trim() === '') return setProblem(t('whatMissing'));
    if (value !== undefined && !(value >= 0 && (!isPoints || Number.isInteger(value)))) {
      return setProblem(t('amountWrong'));
    }
    const worth =
      value === undefined
        ? {}
        : isPoints
          ? { points: value }
          : { amountFen: Math.round(value * 100) };
    try {
      await execute(promiseIncentive, { memberId, name, kind, what, isGiven, ...worth });
      setWhat('');
      setAmount('');
      setProblem(undefined);
      showDone(t(isGiven ? 'given' : 'promised', { what }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void note(false);
      }}
    >
      <Select
        size="xs"
        w={104}
        label={t('kind')}
        allowDeselect={false}
        data={KOC_INCENTIVE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(KOC_INCENTIVE_KINDS.find((it) => it === value) ?? 'goods')}
      />
      <TextInput
        size="xs"
        className={classes.wide ?? ''}
        label={t('what')}
        placeholder={t('whatHint')}
        data-testid="koc-incentive-what"
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <NumberInput
        hideControls
        size="xs"
        w={96}
        label={t(kind === 'points' ? 'pointsField' : 'cost')}
        data-testid="koc-incentive-amount"
        min={0}
        value={amount}
        onChange={setAmount}
      />
      <Button size="xs" type="submit" variant="light" data-testid="koc-incentive-promise">
        {t('promise')}
      </Button>
      <Button size="xs" variant="default" onClick={() => void note(true)}>
        {t('giveNow')}
      </Button>
      {problem !== undefined && (
        <div role="alert" className={classes.problem}>
          {problem}
        </div>
      )}
    </form>
  );
}
