import { ActionIcon } from '@mantine/core';
import type { StepItem } from '@shared/domain/sop/run-record.schema';
import { jumpShare } from '@shared/domain/step-tools/jump.rules';
import { IconTrash } from '@tabler/icons-react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { InlineEdit } from '@/ui/inline-edit';
import { AddItem } from '../add-item';
import { CountField } from '../counts/count-field';
import classes from '../flow-tools.module.css';
import type { StepToolProps } from '../step-tool-props';
import { useEditItem } from '../use-edit-item';
import { useStepItems } from '../use-step-items';
import { jumpMessages } from './jump.messages';
import { JumpComparisonLines } from './jump-comparison';
import { JumpRate } from './jump-rate';
import { LossReasons } from './loss-reasons';

/** Step 4: the ways over to WeChat beside each other, and why people were lost on them. */
export function JumpTool({ run, step }: StepToolProps) {
  const t = useMessages(jumpMessages);
  const items = useStepItems(step, 'jumpVariant');
  const edit = useEditItem(step, 'jumpVariant');
  if (!items) return null;
  const canEdit = run.status !== 'ended' && step.state !== 'skipped';
  const count = (item: StepItem, field: 'seenCount' | 'passedCount') => (
    <CountField
      label={t(`${field}Of`, { name: item.label })}
      testId={`jump-${field}`}
      width={68}
      value={item[field]}
      isDisabled={!canEdit}
      onSave={(value) => edit.writeCount(item.key, field, value)}
    />
  );
  return (
    <section className={classes.tool} data-testid="tool-jump">
      <h3 className={classes.heading}>{t('title')}</h3>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('way')}</th>
              <th>{t('seenCount')}</th>
              <th>{t('passedCount')}</th>
              <th>{t('rate')}</th>
              <th aria-label={t('remove')} />
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.key} data-testid="jump-row" data-key={item.key}>
                <td>
                  {canEdit ? (
                    <InlineEdit
                      label={t('way')}
                      value={item.label}
                      placeholder={t('way')}
                      onSave={(text) => edit.rename(item.key, text, t('nameMissing'))}
                    />
                  ) : (
                    item.label
                  )}
                </td>
                <td>{count(item, 'seenCount')}</td>
                <td>{count(item, 'passedCount')}</td>
                <td>
                  <JumpRate share={jumpShare(item)} />
                </td>
                <td className={classes.right}>
                  {canEdit && items.length > 1 && (
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
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canEdit && (
        <AddItem word={t('add')} hint={t('addHint')} testId="jump-add" onAdd={edit.add} />
      )}
      <JumpComparisonLines items={items} />
      <LossReasons step={step} canEdit={canEdit} />
    </section>
  );
}
