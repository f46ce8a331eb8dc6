import { IDENTITIES, MEMBER_SOURCES } from '@shared/domain/members/member.schema';
import type { CodeField } from '@shared/domain/rules/rule.schema';
import type { Translate } from '@/app/i18n/messages';
import type { wordsMessages } from '@/app/i18n/words.messages';

type Words = Translate<keyof typeof wordsMessages.zh>;

/** A field's value as people say it; channels and regions are their own words. */
export function codeWords(words: Words, field: CodeField, value: string): string {
  if (field === 'identity') {
    const known = IDENTITIES.find((it) => it === value);
    return known ? words(`identity.${known}`) : value;
  }
  if (field === 'source') {
    const known = MEMBER_SOURCES.find((it) => it === value);
    return known ? words(`memberSource.${known}`) : value;
  }
  if (field === 'gender' && (value === 'female' || value === 'male')) {
    return words(`gender.${value}`);
  }
  return value;
}
