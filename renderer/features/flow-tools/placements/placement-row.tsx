import { ActionIcon, Select } from '@mantine/core';
import { PLACEMENT_STATES, type StepItem } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { InlineEdit } from '@/ui/inline-edit';
import { CountField } from '../counts/count-field';
import { figuresAt, type StepCounts } from '../counts/use-daily-counts';
import { saveDayCount } from '../counts.commands';
import classes from '../flow-tools.module.css';
import { useEditItem } from '../use-edit-item';
import { itemLanguage } from '../use-step-items';
import { PlacementDetails } from './placement-details';
import { placementsMessages } from './placements.messages';

type PlacementRowProps = {
  step: SopStep;
  item: StepItem;
  day: string;
  counts: StepCounts;
  canEdit: boolean;
  isOpen: boolean;
  onToggle: () => void;
};

/** One place: its name, whether it is live, what it brought on the day and altogether. */
export function PlacementRow(props: PlacementRowProps) {
  const { step, item, day, counts, canEdit, isOpen, onToggle } = props;
  const t = useMessages(placementsMessages);
  const format = useFormat();
  const edit = useEditItem(step, 'placement');
  const state = item.state ?? 'planned';
  const { typed, imported } = figuresAt(counts.rows, day, item.label);
  const total = counts.sums.byPlacement.get(item.label);
  const { runId, position } = step;
  const save = (count: number | undefined) =>
    execute(saveDayCount, {
      runId,
      position,
      day,
      key: item.key,
      language: itemLanguage(),
      ...(count === undefined ? {} : { count }),
    });
  return (
    <>
      <tr data-testid="placement-row" data-key={item.key} data-state={state}>
        <td>
          {canEdit ? (
            <InlineEdit
              label={t('place')}
              value={item.label}
              placeholder={t('place')}
              onSave={(text) => edit.rename(item.key, text, t('nameMissing'))}
            />
          ) : (
            item.label
          )}
        </td>
        <td>
          <Select
            size="xs"
            w={92}
            aria-label={t('stateOf', { name: item.label })}
            disabled={!canEdit}
            allowDeselect={false}
            data={PLACEMENT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={state}
            onChange={(next) => {
              const chosen = PLACEMENT_STATES.find((value) => value === next);
              if (chosen) edit.edit(item.key, { state: chosen }).catch(showProblem);
            }}
          />
        </td>
        <td>
          <div className={classes.cell}>
            <CountField
              key={day}
              label={t('seenAt', { name: item.label })}
              testId="placement-count"
              value={typed}
              isDisabled={!canEdit || (state === 'unused' && typed === undefined)}
              onSave={save}
            />
            {imported !== undefined && (
              <span className={classes.quiet}>{t('imported', { n: format.count(imported) })}</span>
            )}
          </div>
        </td>
        <td className={classes.right}>{total === undefined ? '—' : format.count(total)}</td>
        <td>
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={t('detailsOf', { name: item.label })}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            {isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          </ActionIcon>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={5}>
            <PlacementDetails step={step} item={item} canEdit={canEdit} />
          </td>
        </tr>
      )}
    </>
  );
}
