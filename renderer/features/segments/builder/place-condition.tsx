import { GROUP_PHASES, MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import type { Condition } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import type { EditorProps } from './condition-editor';
import { fieldsMessages } from './fields/fields.messages';
import { ManyField } from './fields/many-field';
import { RangeField } from './fields/range-field';
import { useSuggestions } from './suggestions';

type PlaceRule = Extract<Condition, { kind: 'inGroup' }>;

/** In which groups somebody is; what is left open does not narrow. */
export function PlaceCondition({ value, onChange }: EditorProps<PlaceRule>) {
  const t = useMessages(fieldsMessages);
  const words = useMessages(wordsMessages);
  const { groups } = useSuggestions();
  const { groupIds: _, phases: __, roles: ___, groups: ____, ...bare } = value;
  /** An empty part would mean nobody, so it is left out. */
  const change = (part: Partial<PlaceRule>) => {
    const { groupIds, phases, roles, groups: range } = { ...value, ...part };
    onChange({
      ...bare,
      ...(groupIds?.length ? { groupIds } : {}),
      ...(phases?.length ? { phases } : {}),
      ...(roles?.length ? { roles } : {}),
      ...(range && (range.min !== undefined || range.max !== undefined) ? { groups: range } : {}),
    });
  };
  return (
    <>
      <ManyField
        label={t('groups')}
        none={t('anyGroup')}
        value={value.groupIds ?? []}
        data={groups}
        onChange={(groupIds) => change({ groupIds })}
      />
      <ManyField
        label={t('phases')}
        none={t('anyPhase')}
        value={value.phases ?? []}
        data={GROUP_PHASES.map((it) => ({ value: it, label: words(`groupPhase.${it}`) }))}
        onChange={(chosen) => change({ phases: GROUP_PHASES.filter((it) => chosen.includes(it)) })}
      />
      <ManyField
        label={t('roles')}
        none={t('anyRole')}
        value={value.roles ?? []}
        data={MEMBERSHIP_ROLES.map((it) => ({ value: it, label: words(`membershipRole.${it}`) }))}
        onChange={(chosen) =>
          change({ roles: MEMBERSHIP_ROLES.filter((it) => chosen.includes(it)) })
        }
      />
      {t('groupsWord')}
      <RangeField
        unit="groups"
        value={value.groups ?? {}}
        onChange={(range) => change({ groups: range })}
      />
    </>
  );
}
