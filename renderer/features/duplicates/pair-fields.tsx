import { UnstyledButton } from '@mantine/core';
import type { Member } from '@shared/domain/members/member.schema';
import {
  defaultSide,
  isConflict,
  MERGE_FIELDS,
  type MergeChoices,
  type MergeField,
  type MergeSide,
} from '@shared/domain/members/merge.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { duplicatesMessages } from './duplicates.messages';
import classes from './pair-fields.module.css';

type PairFieldsProps = {
  /** The older record on the left, whichever stays. */
  left: Member;
  right: Member;
  keptId: string;
  choices: MergeChoices;
  onChoose: (field: MergeField, side: MergeSide) => void;
};

/** Both records field by field: where they differ is marked, a click says which value stays. */
export function PairFields({ left, right, keptId, choices, onChoose }: PairFieldsProps) {
  const t = useMessages(duplicatesMessages);
  const textOf = useFieldText();
  const [kept, gone] = keptId === left.id ? [left, right] : [right, left];
  const shown = MERGE_FIELDS.filter((field) => textOf(left, field) || textOf(right, field));
  return (
    <>
      {shown.map((field) => {
        const side = choices[field] ?? defaultSide(kept, gone, field);
        const stays = side === 'kept' ? kept : gone;
        const differs = isConflict(kept, gone, field);
        return (
          <div key={field} className={classes.row} data-conflict={differs} data-field={field}>
            <span className={classes.label}>
              {t(field)}
              {differs && <small>{t('conflict')}</small>}
            </span>
            {[left, right].map((member) => (
              <UnstyledButton
                key={member.id}
                className={classes.value}
                aria-pressed={stays.id === member.id}
                data-testid={`duplicate-value-${field}`}
                onClick={() => onChoose(field, member.id === kept.id ? 'kept' : 'gone')}
              >
                {textOf(member, field) || <i>{t('blank')}</i>}
              </UnstyledButton>
            ))}
          </div>
        );
      })}
    </>
  );
}

function useFieldText(): (member: Member, field: MergeField) => string {
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (member, field) => {
    switch (field) {
      case 'phone':
        return member.phone ? format.phone(member.phone) : (member.phoneMasked ?? '');
      case 'address':
        return member.address ? format.address(member.address) : '';
      case 'identity':
        return member.identity === 'unknown' ? '' : words(`identity.${member.identity}`);
      case 'gender':
        return member.gender ? words(`gender.${member.gender}`) : '';
      default:
        return member[field] ?? '';
    }
  };
}
