import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import {
  KOC_INCENTIVE_KINDS,
  MOST_INCENTIVE_FEN,
  MOST_INCENTIVE_POINTS,
} from '@shared/domain/koc/koc.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { promiseIncentive } from '../koc.commands';
import classes from '../koc.module.css';
import { kocPanelMessages } from './koc-panel.messages';
import { readIncentive } from './read-incentive';

type Kind = (typeof KOC_INCENTIVE_KINDS)[number];
type IncentiveFormProps = { memberId: string; name: string };

/** Notes what is promised, or what was given at once. */
export function IncentiveForm({ memberId, name }: IncentiveFormProps) {
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  const [kind, setKind] = useState<Kind>('goods');
  const [what, setWhat] = useState('');
  const [amount, setAmount] = useState<string | number>('');
  const [problem, setProblem] = useState<string>();

  async function note(isGiven: boolean) {
    if (what.trim() === '') return setProblem(t('whatMissing'));
    const worth = readIncentive(kind, amount);
    if (worth === 'wrong') return setProblem(t('amountWrong'));
    if (worth === 'tooMuch') {
      const yuan = format.count(MOST_INCENTIVE_FEN / 100);
      return setProblem(t('amountTooMuch', { yuan, points: format.count(MOST_INCENTIVE_POINTS) }));
    }
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
