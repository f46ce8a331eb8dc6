import { SegmentedControl, Select } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useClassGroups } from '@/features/group-life';
import type { RuleDraft } from './rule-draft';
import { rulesMessages } from './rules.messages';
import classes from './rules.module.css';

const SCOPES = ['all', 'class', 'group'] as const;

type ScopeFieldProps = {
  draft: RuleDraft;
  isTried: boolean;
  onChange: (patch: Partial<RuleDraft>) => void;
};

/** For whom the rule holds. */
export function ScopeField({ draft, isTried, onChange }: ScopeFieldProps) {
  const t = useMessages(rulesMessages);
  const known = useClassGroups() ?? [];
  const { scope } = draft;
  const named = known.filter(({ classId }) => classId !== '');
  const data =
    scope === 'class'
      ? named.map(({ classId, name }) => ({ value: classId, label: name }))
      : known.flatMap(({ groups }) => groups.map(({ id, name }) => ({ value: id, label: name })));
  const value = (scope === 'class' ? draft.classId : draft.groupId) ?? null;
  return (
    <div className={classes.pair}>
      <SegmentedControl
        aria-label={t('scope')}
        value={scope}
        data={SCOPES.map((it) => ({ value: it, label: t(`scope.${it}`) }))}
        onChange={(it) => onChange({ scope: SCOPES.find((known) => known === it) ?? 'all' })}
      />
      {scope !== 'all' && (
        <Select
          aria-label={t(scope)}
          placeholder={t(scope)}
          searchable
          data={data}
          value={value}
          error={isTried && value === null ? t('scopeMissing') : undefined}
          onChange={(id) => onChange({ [`${scope}Id`]: id ?? undefined })}
        />
      )}
    </div>
  );
}
