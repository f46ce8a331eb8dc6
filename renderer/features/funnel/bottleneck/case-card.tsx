import { Button, Select, TextInput } from '@mantine/core';
import type { ReferenceLine } from '@shared/domain/funnel/funnel-references.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import type { FunnelStep } from '@/workers/funnel/funnel-types';
import { saveReferenceLine } from '../funnel.commands';
import { bottleneckMessages } from './bottleneck.messages';
import classes from './bottleneck.module.css';

type CaseCardProps = {
  templateKey: string;
  steps: readonly FunnelStep[];
  /** Those of this flow. */
  lines: readonly ReferenceLine[];
};

/** What others reached, with its source: noted, changed and removed by the leader. */
export function CaseCard({ templateKey, steps, lines }: CaseCardProps) {
  const t = useMessages(bottleneckMessages);
  const say = useBilingual();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const nameOf = (position: number) => {
    const step = steps.find((it) => it.position === position);
    return t('caseStep', { position, title: step ? say(step.title) : '' });
  };
  const remove = (position: number) =>
    execute(saveReferenceLine, { templateKey, position }).then(
      () => showDone(t('removedToast'), { undo: true }),
      showProblem,
    );
  return (
    <Card title={t('cases')}>
      <div className={classes.stack}>
        <p className={classes.quiet}>{t('casesText')}</p>
        {lines.length > 0 && (
          <ul className={classes.lines}>
            {[...lines]
              .sort((a, b) => a.position - b.position)
              .map((line) => (
                <li key={line.position} className={classes.line}>
                  <span>
                    {nameOf(line.position)} <b>{format.percent(line.rate)}</b>
                    <small>{line.source}</small>
                  </span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    onClick={() => void remove(line.position)}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
          </ul>
        )}
        {isAdding ? (
          <CaseForm
            templateKey={templateKey}
            choices={steps
              .filter(({ bar }) => bar.previousPosition !== undefined || bar.position > 1)
              .map(({ position }) => ({ value: String(position), label: nameOf(position) }))}
            onClose={() => setAdding(false)}
          />
        ) : (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {t('caseAdd')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

type CaseFormProps = {
  templateKey: string;
  choices: { value: string; label: string }[];
  onClose: () => void;
};

function CaseForm({ templateKey, choices, onClose }: CaseFormProps) {
  const t = useMessages(bottleneckMessages);
  const [position, setPosition] = useState(choices[0]?.value ?? '');
  const [rateText, setRateText] = useState('');
  const [source, setSource] = useState('');
  const percent = Number(rateText.normalize('NFKC').replace('%', '').trim());
  const isRate = rateText.trim() !== '' && percent >= 0 && percent <= 100;
  const save = () =>
    execute(saveReferenceLine, {
      templateKey,
      position: Number(position),
      line: { rate: percent / 100, source },
    }).then(() => {
      showDone(t('savedToast'), { undo: true });
      onClose();
    }, showProblem);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isRate && source.trim() && position) void save();
      }}
    >
      <Select
        size="xs"
        aria-label={t('whatIfStep')}
        allowDeselect={false}
        value={position}
        data={choices}
        onChange={(value) => setPosition(value ?? position)}
      />
      <TextInput
        size="xs"
        label={t('caseRate')}
        value={rateText}
        error={rateText !== '' && !isRate ? t('badRate') : undefined}
        onChange={(event) => setRateText(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('caseSource')}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button size="compact-sm" type="submit" disabled={!isRate || !source.trim()}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
