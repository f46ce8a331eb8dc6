import { Select } from '@mantine/core';
import { FLOW_KINDS, type FlowKind, type SopTemplate } from '@shared/domain/sop/sop.schema';
import type { TemplateEdit } from '@shared/domain/sop/template-edit.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { BilingualText } from './draft-text';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';
import { ExitFields } from './exit-fields';
import { HoursFields } from './hours-fields';

type HeadFormProps = { draft: SopTemplate; onChange: (edit: TemplateEdit) => void };
type HeadPatch = Extract<TemplateEdit, { kind: 'head' }>['patch'];

/** What holds for the flow as a whole. */
export function HeadForm({ draft, onChange }: HeadFormProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(wordsMessages);
  const set = (patch: HeadPatch) => onChange({ kind: 'head', patch });
  return (
    <div className={classes.form}>
      <BilingualText
        label={t('name')}
        testId="flow-name"
        maxLength={60}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <BilingualText
        label={t('purpose')}
        isLong
        value={draft.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={FLOW_KINDS.map((value) => ({ value, label: words(`flowKind.${value}`) }))}
        value={draft.kind}
        onChange={(kind) => kind && set({ kind: kind as FlowKind })}
      />
      <fieldset className={classes.fieldset}>
        <legend>{t('quiet')}</legend>
        <HoursFields
          label={t('quietOn')}
          hours={draft.quietHours}
          usual={{ from: '22:00', to: '08:00' }}
          onChange={(hours) => set({ quietHours: hours ?? null })}
        />
      </fieldset>
      <ExitFields
        actions={draft.exitActions}
        flowKey={draft.key}
        onChange={(exitActions) => set({ exitActions })}
      />
    </div>
  );
}
