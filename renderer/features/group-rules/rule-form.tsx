import {
  Button,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { CONSEQUENCES, type GroupRule } from '@shared/domain/group-life/group-rule.schema';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { saveGroupRule } from './group-rules.commands';
import { fieldsOf, isWhole, ruleDraft } from './rule-draft';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';
import { ScopeField } from './scope-field';

type RuleFormProps = {
  rule: GroupRule | undefined;
  startGroupId: string | undefined;
  onClose: () => void;
};

/** One rule: for whom, what, and what follows. */
export function RuleForm({ rule, startGroupId, onClose }: RuleFormProps) {
  useReturnFocus();
  const t = useMessages(rulesMessages);
  const [draft, setDraft] = useState(() => ruleDraft(rule, startGroupId));
  const [isTried, setTried] = useState(false);
  const set = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const isForbidden = draft.polarity === 'forbidden';
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isWhole(draft)) return;
    try {
      await execute(saveGroupRule, { ...fieldsOf(draft), ...(rule && { ruleId: rule.id }) });
      onClose();
      showDone(t('saved'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(rule ? 'editTitle' : 'addTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <ScopeField draft={draft} isTried={isTried} onChange={set} />
        <SegmentedControl
          aria-label={t('polarity')}
          value={draft.polarity}
          data={(['encouraged', 'forbidden'] as const).map((value) => ({
            value,
            label: t(`polarity.${value}`),
          }))}
          onChange={(value) =>
            set(
              value === 'forbidden'
                ? { polarity: 'forbidden', consequence: 'warning' }
                : { polarity: 'encouraged', consequence: 'points', warningsToRemoval: '' },
            )
          }
        />
        <TextInput
          data-autofocus
          data-testid="rule-text"
          label={t('text')}
          placeholder={t('textPlaceholder')}
          maxLength={200}
          value={draft.text}
          error={isTried && draft.text.trim() === '' ? t('textMissing') : undefined}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Select
          label={t('consequence')}
          data-testid="rule-consequence"
          allowDeselect={false}
          data={CONSEQUENCES.filter((it) =>
            isForbidden ? it !== 'gift' && it !== 'praise' : it !== 'warning' && it !== 'removal',
          ).map((value) => ({ value, label: t(`consequence.${value}`) }))}
          value={draft.consequence}
          onChange={(value) =>
            set({ consequence: CONSEQUENCES.find((it) => it === value) ?? draft.consequence })
          }
        />
        <NumberInput
          hideControls
          label={t(isForbidden ? 'pointsMinus' : 'points')}
          data-testid="rule-points"
          min={0}
          max={100_000}
          allowDecimal={false}
          value={draft.points}
          onChange={(points) => set({ points })}
        />
        {isForbidden && draft.consequence !== 'removal' && (
          <NumberInput
            hideControls
            label={t('warningsToRemoval')}
            data-testid="rule-warnings"
            min={1}
            max={20}
            allowDecimal={false}
            value={draft.warningsToRemoval}
            onChange={(warningsToRemoval) => set({ warningsToRemoval })}
          />
        )}
        <Textarea
          label={t('detail')}
          placeholder={t('detailPlaceholder')}
          autosize
          maxLength={300}
          value={draft.detail}
          onChange={(event) => set({ detail: event.currentTarget.value })}
        />
        <span className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="rule-save">
            {t('save')}
          </Button>
        </span>
      </form>
    </Modal>
  );
}
