import { ActionIcon } from '@mantine/core';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { lossState } from '@shared/domain/step-tools/jump.rules';
import { assertNever } from '@shared/lib/errors';
import { IconTrash } from '@tabler/icons-react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { AddItem } from '../add-item';
import { CountField } from '../counts/count-field';
import classes from '../flow-tools.module.css';
import { useEditItem } from '../use-edit-item';
import { useStepItems } from '../use-step-items';
import { jumpMessages } from './jump.messages';

/** The number of the last step before this one that has one. */
async function countBefore({ runId, position }: SopStep): Promise<number | null> {
  const steps = await readDb.rows('sopSteps').by('runId', runId);
  const before = steps
    .filter((step) => step.position < position && step.state !== 'skipped')
    .sort((a, b) => b.position - a.position);
  return before.find((step) => step.metricCount !== undefined)?.metricCount ?? null;
}

type LossReasonsProps = { step: SopStep; canEdit: boolean };

/** Why people did not come over, and how much of the loss that explains. */
export function LossReasons({ step, canEdit }: LossReasonsProps) {
  const t = useMessages(jumpMessages);
  const items = useStepItems(step, 'lossReason');
  const edit = useEditItem(step, 'lossReason');
  const before = useLive(() => countBefore(step), [step.runId, step.position]);
  if (!items || before === undefined) return null;
  const counts = items.map((item) => item.seenCount);
  return (
    <div className={classes.part}>
      <h4 className={classes.heading}>{t('lossTitle')}</h4>
      <div className={classes.details}>
        {items.map((item) => (
          <div key={item.key} className={classes.cell} data-testid="loss-row" data-key={item.key}>
            <span className={classes.fieldName}>{item.label}</span>
            <CountField
              label={item.label}
              testId="loss-count"
              width={72}
              value={item.seenCount}
              isDisabled={!canEdit}
              onSave={(count) => edit.writeCount(item.key, 'seenCount', count)}
            />
            {canEdit && item.seenCount === undefined && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('removeOf', { name: item.label })}
                onClick={() => edit.remove(item.key, item.label).catch(showProblem)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            )}
          </div>
        ))}
      </div>
      {canEdit && (
        <AddItem word={t('addLoss')} hint={t('addLossHint')} testId="loss-add" onAdd={edit.add} />
      )}
      <LossSum before={before ?? undefined} now={step.metricCount} counts={counts} />
    </div>
  );
}

type LossSumProps = {
  before: number | undefined;
  now: number | undefined;
  counts: readonly (number | undefined)[];
};

function LossSum({ before, now, counts }: LossSumProps) {
  const t = useMessages(jumpMessages);
  const format = useFormat();
  const state = lossState(before, now, counts);
  const named = format.count(state.named);
  switch (state.kind) {
    case 'unknown':
      return (
        <p className={classes.quiet}>
          {t(state.named === 0 ? 'lossUnknown' : 'lossUnknownNamed', { named })}
        </p>
      );
    case 'moreThanLost':
      return (
        <p className={classes.wrong} data-testid="loss-sum" data-kind={state.kind}>
          {t('lossMore', { named, lost: format.count(state.lost) })}
        </p>
      );
    case 'known':
      return (
        <p className={classes.quiet} data-testid="loss-sum" data-unnamed={state.unnamed}>
          {t('lossKnown', {
            named,
            lost: format.count(state.lost),
            unnamed: format.count(state.unnamed),
          })}
        </p>
      );
    default:
      return assertNever(state, 'LossSum');
  }
}
