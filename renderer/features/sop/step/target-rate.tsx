import { Button, Popover, TextInput } from '@mantine/core';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { stepMessages } from '../step.messages';
import { setTargets } from '../step-edit.commands';
import classes from './step-metric.module.css';

/** A percentage from 0 to 100 as a share; `null` for an empty field, `undefined` for no percentage. */
function parseRate(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[%\s]/g, '');
  if (plain === '') return null;
  const percent = Number(plain);
  if (!Number.isFinite(percent) || percent < 0 || percent > 100) return undefined;
  return Number((percent / 100).toFixed(6));
}

/** The target of this run's step: a starting value that the leader sets to their own. */
export function TargetRate({ run, step }: { run: SopRun; step: SopStep }) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const { targetRate } = step.definition.metric;
  const [text, setText] = useState<string>();
  const rate = text === undefined ? undefined : parseRate(text);
  const save = () => {
    if (text === undefined || rate === undefined) return;
    setText(undefined);
    const input = { runId: run.id, position: step.position };
    execute(setTargets, { ...input, targetRate: rate }).catch(showProblem);
  };
  const shown = targetRate === undefined ? t('targetNone') : format.percent(targetRate);
  return (
    <Popover
      opened={text !== undefined}
      onChange={(opened) => !opened && setText(undefined)}
      trapFocus
      withArrow
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.target}
          title={t('targetHint')}
          disabled={run.status === 'ended'}
          onClick={() => setText(targetRate === undefined ? '' : String(round(targetRate * 100)))}
        >
          {t('target')} {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.targetForm}>
          <TextInput
            size="sm"
            data-autofocus
            label={t('target')}
            description={t('targetHint')}
            error={rate === undefined ? t('targetInvalid') : undefined}
            rightSection="%"
            value={text ?? ''}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
          <Button size="xs" onClick={save}>
            {t('targetSave')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

const round = (value: number) => Number(value.toFixed(4));
