import { useMessages } from '@/app/i18n/messages';
import { recordWordsMessages } from './record-words.messages';

type Known = keyof typeof recordWordsMessages.zh & string;
const isKnown = (key: string): key is Known => Object.hasOwn(recordWordsMessages.zh, key);

/** What a kind of records and a field of theirs are called; their technical names where nobody named them. */
export function useRecordWords(): {
  entityName: (entity: string) => string;
  fieldName: (field: string) => string;
} {
  const t = useMessages(recordWordsMessages);
  const nameOr = (key: string, technical: string) => (isKnown(key) ? t(key as never) : technical);
  return {
    entityName: (entity) => nameOr(`entity.${entity}`, entity),
    fieldName: (field) => nameOr(`field.${field}`, field),
  };
}
