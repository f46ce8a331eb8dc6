import { Button, Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from '../transfer.module.css';
import { draftMessages } from './draft.messages';
import { type DraftState, TARGET_SCOPES, type TargetScope, WEEK_CHOICES } from './use-draft';

/** Who counts as active, and which groups may take them. */
export function RuleFields({ state }: { state: DraftState }) {
  const t = useMessages(draftMessages);
  const format = useFormat();
  const { rule, setRule, offered } = state;
  const lively = offered.filter(({ group }) => group.phase !== 'late').length;
  const limit = (key: 'minOrders' | 'minInteractions') => (
    <NumberInput
      label={t(key)}
      min={0}
      max={999}
      allowDecimal={false}
      hideControls
      w={120}
      value={rule[key] ?? 0}
      onChange={(value) => setRule({ ...rule, [key]: Number(value) || 0 })}
    />
  );
  return (
    <div className={classes.fields}>
      <Select
        label={t('weeks')}
        w={110}
        allowDeselect={false}
        data={WEEK_CHOICES.map((weeks) => ({
          value: String(weeks),
          label: t('weeksOne', { count: weeks }),
        }))}
        value={String(state.weeks)}
        onChange={(value) => state.setWeeks(Number(value))}
      />
      {limit('minOrders')}
      {limit('minInteractions')}
      <Checkbox
        label={t('koc')}
        mb={8}
        checked={rule.isKocKept === true}
        onChange={(event) => setRule({ ...rule, isKocKept: event.currentTarget.checked })}
      />
      <Select
        label={t('targets')}
        w={250}
        allowDeselect={false}
        data-testid="transfer-scope"
        data={TARGET_SCOPES.map((scope) => ({
          value: scope,
          label: t(`scope.${scope}`, {
            count: format.count(scope === 'lively' ? lively : offered.length),
          }),
        }))}
        value={state.scope}
        onChange={(value) => state.setScope(value as TargetScope)}
      />
      {state.scope === 'these' && (
        <MultiSelect
          label={t('theseLabel')}
          className={classes.grow}
          searchable
          limit={100}
          data={offered.map(({ group }) => ({ value: group.id, label: group.name }))}
          value={state.these}
          onChange={state.setThese}
        />
      )}
      <Button variant="subtle" size="compact-sm" mb={6} onClick={state.forget}>
        {t('reset')}
      </Button>
    </div>
  );
}
