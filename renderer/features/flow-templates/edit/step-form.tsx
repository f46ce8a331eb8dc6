import { Button, Checkbox, Select } from '@mantine/core';
import { dueRuleOf } from '@shared/domain/sop/due.rules';
import {
  OWNER_ROLES,
  type SopTemplate,
  STEP_RIGOURS,
  STEP_TOOLS,
  type StepDefinition,
} from '@shared/domain/sop/sop.schema';
import type { TemplateEdit } from '@shared/domain/sop/template-edit.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFlowWords } from '../words/use-flow-words';
import { BilingualText } from './draft-text';
import { DueFields } from './due-fields';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';
import { ChecklistFields, PlacementFields, ScriptFields } from './list-fields';
import { MetricFields } from './metric-fields';
import { WindowFields } from './window-fields';

type StepFormProps = {
  steps: SopTemplate['steps'];
  step: StepDefinition;
  position: number;
  onChange: (edit: TemplateEdit) => void;
};

/** Everything that a step says, in plain words. */
export function StepForm({ steps, step, position, onChange }: StepFormProps) {
  const t = useMessages(editorMessages);
  const flow = useFlowWords();
  const set = (patch: Partial<StepDefinition>) => onChange({ kind: 'step', at: position, patch });
  const without = (field: 'visual' | 'placements' | 'windowMs') =>
    onChange({ kind: 'step', at: position, patch: {}, without: [field] });
  return (
    <div className={classes.form}>
      <BilingualText
        label={t('stepTitle')}
        testId="step-title"
        maxLength={100}
        value={step.title}
        onChange={(title) => set({ title })}
      />
      <BilingualText
        label={t('action')}
        testId="step-action"
        isLong
        value={step.action}
        onChange={(action) => set({ action })}
      />
      <div className={classes.grid}>
        <Select
          label={t('role')}
          allowDeselect={false}
          data={OWNER_ROLES.map((value) => ({ value, label: flow.words(`ownerRole.${value}`) }))}
          value={step.ownerRole}
          onChange={(role) => role && set({ ownerRole: role as StepDefinition['ownerRole'] })}
        />
        <Select
          label={t('rigour')}
          allowDeselect={false}
          data={STEP_RIGOURS.map((value) => ({ value, label: flow.t(`rigour_${value}`) }))}
          value={step.rigour}
          onChange={(rigour) => rigour && set({ rigour: rigour as StepDefinition['rigour'] })}
        />
        <Select
          label={t('tool')}
          allowDeselect={false}
          data={STEP_TOOLS.map((value) => ({ value, label: flow.t(`tool_${value}`) }))}
          value={step.tool}
          onChange={(tool) => tool && set({ tool: tool as StepDefinition['tool'] })}
        />
      </div>
      <Checkbox
        label={t('optional')}
        checked={step.optional}
        onChange={(event) => set({ optional: event.currentTarget.checked })}
      />
      <DueFields
        due={dueRuleOf(step)}
        position={position}
        steps={steps}
        onChange={(due) => set({ due })}
      />
      {(position > 1 || step.windowMs !== undefined) && (
        <WindowFields
          windowMs={step.windowMs}
          onChange={(windowMs) => (windowMs ? set({ windowMs }) : without('windowMs'))}
        />
      )}
      <MetricFields metric={step.metric} onChange={(metric) => set({ metric })} />
      <ChecklistFields items={step.checklist} onChange={(checklist) => set({ checklist })} />
      <ScriptFields items={step.scripts} onChange={(scripts) => set({ scripts })} />
      {(step.tool === 'placements' || step.placements) && (
        <PlacementFields
          items={step.placements ?? []}
          onChange={(placements) =>
            placements.length > 0 ? set({ placements }) : without('placements')
          }
        />
      )}
      <BilingualText
        label={t('visual')}
        value={step.visual ?? { zh: '', en: '' }}
        onChange={(visual) => (visual.zh || visual.en ? set({ visual }) : without('visual'))}
      />
      <Button
        variant="subtle"
        color="red"
        className={classes.removeStep}
        data-testid="draft-remove-step"
        disabled={steps.length === 1}
        onClick={() => onChange({ kind: 'removeStep', at: position })}
      >
        {t('removeStep')}
      </Button>
    </div>
  );
}
