import { IDENTITIES, MEMBER_SOURCES } from '@shared/domain/members/member.schema';
import {
  CODE_FIELDS,
  type CodeField,
  type Condition,
  FILLED_FIELDS,
  TEXT_FIELDS,
} from '@shared/domain/rules/rule.schema';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { ruleMessages } from '../words/rule.messages';
import type { EditorProps } from './condition-editor';
import { fieldsMessages } from './fields/fields.messages';
import { ManyField, type Option, WordsField } from './fields/many-field';
import { OneField } from './fields/one-field';
import { RangeField } from './fields/range-field';
import { useSuggestions } from './suggestions';

type MemberRule = Extract<
  Condition,
  { kind: 'attribute' | 'filled' | 'text' | 'age' | 'birthday' | 'known' }
>;

/** Conditions about who somebody is. */
export function MemberCondition({ value, onChange }: EditorProps<MemberRule>) {
  const t = useMessages(fieldsMessages);
  const rule = useMessages(ruleMessages);
  const values = useFieldValues();
  switch (value.kind) {
    case 'attribute':
      return (
        <>
          <OneField
            label={t('field')}
            value={value.field}
            options={CODE_FIELDS}
            say={(it) => rule(`field.${it}`)}
            onChange={(field) =>
              onChange({ ...value, field, isAny: [values(field)[0]?.value ?? ''] })
            }
          />
          <ManyField
            label={t('values')}
            needsOne
            value={value.isAny.map(toKey)}
            data={values(value.field).map((it) => ({ ...it, value: toKey(it.value) }))}
            onChange={(isAny) => onChange({ ...value, isAny: isAny.map(fromKey) })}
          />
        </>
      );
    case 'filled':
      return (
        <>
          {t('filledWord')}
          <OneField
            label={t('field')}
            value={value.field}
            options={FILLED_FIELDS}
            say={(it) => rule(`field.${it}`)}
            onChange={(field) => onChange({ ...value, field })}
          />
        </>
      );
    case 'text':
      return (
        <>
          <OneField
            label={t('field')}
            value={value.field}
            options={TEXT_FIELDS}
            say={(it) => rule(`field.${it}`)}
            onChange={(field) => onChange({ ...value, field })}
          />
          <WordsField
            label={t('containing')}
            needsOne
            value={value.containsAny}
            suggestions={[]}
            onChange={(containsAny) => onChange({ ...value, containsAny })}
          />
        </>
      );
    case 'age':
      return (
        <>
          {t('ageWord')}
          <RangeField
            unit="years"
            max={150}
            value={value.years}
            onChange={(years) => onChange({ ...value, years })}
          />
        </>
      );
    case 'birthday':
      return (
        <>
          {rule('field.birthday')}
          <RangeField
            unit="daysAway"
            max={366}
            value={value.daysAway}
            onChange={(daysAway) => onChange({ ...value, daysAway })}
          />
        </>
      );
    case 'known':
      return (
        <>
          {t('knownWord')}
          <RangeField
            unit="daysAgo"
            value={value.daysAgo}
            onChange={(daysAgo) => onChange({ ...value, daysAgo })}
          />
        </>
      );
    default:
      return assertNever(value, 'MemberCondition');
  }
}

/** A list cannot hold an empty key, which is how "not filled in" is spelt in a rule. */
const NOT_FILLED = ' ';
const toKey = (value: string) => (value === '' ? NOT_FILLED : value);
const fromKey = (key: string) => (key === NOT_FILLED ? '' : key);

/** What a field may be: words of the trade where it has any, else what the data hold. */
function useFieldValues(): (field: CodeField) => Option[] {
  const rule = useMessages(ruleMessages);
  const words = useMessages(wordsMessages);
  const { facets } = useSuggestions();
  const free = (values: readonly { value: string }[] | undefined) =>
    (values ?? []).map(({ value }) => ({ value, label: value || rule('notFilled') }));
  return (field) => {
    switch (field) {
      case 'identity':
        return IDENTITIES.map((value) => ({ value, label: words(`identity.${value}`) }));
      case 'source':
        return MEMBER_SOURCES.map((value) => ({ value, label: words(`memberSource.${value}`) }));
      case 'gender':
        return [
          { value: 'female', label: words('gender.female') },
          { value: 'male', label: words('gender.male') },
          { value: '', label: rule('notFilled') },
        ];
      case 'channel':
        return free(facets?.channel);
      case 'region':
        return free(facets?.region);
      default:
        return assertNever(field, 'useFieldValues');
    }
  };
}
