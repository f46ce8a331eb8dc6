import { CONTENT_STATUSES } from '@shared/domain/calendar/content.schema';
import type { FieldChange } from '@shared/domain/import/plan/plan';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { useCallback, useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useColumns } from '@/features/content-items';
import { importMessages } from '../import.messages';
import { importWords } from '../import-words.messages';

export type ReadableChange = { field: string; before: string | undefined; after: string };

type WordKey = Parameters<ReturnType<typeof useMessages<keyof typeof wordsMessages.zh>>>[0];
type FieldKey = Parameters<ReturnType<typeof useMessages<keyof typeof importWords.zh>>>[0];

const statusWords = (status: string) =>
  CONTENT_STATUSES.some((known) => known === status) ? 'contentStatus' : 'orderStatus';

const kindWords = (kind: string) =>
  INTERACTION_KINDS.some((known) => known === kind) ? 'interaction' : 'readingKind';

/** A change of a field in the words and figures of the window's language. */
export function useChangeText(): (change: FieldChange) => ReadableChange {
  const t = useMessages(importMessages);
  const fields = useMessages(importWords);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const names = useContentNames();
  return useCallback(
    (change) => {
      const show = (value: string): string => {
        switch (change.field) {
          case 'amountFen':
          case 'refundFen':
          case 'gmvFen':
          case 'costFen':
            return format.money(Number(value));
          case 'at':
          case 'orderedAt':
          case 'joinedAt':
          case 'sentAt':
            return format.dateTime(Number(value));
          case 'phone':
          case 'receiverPhone':
            return value.startsWith('+') ? format.phone(value) : value;
          case 'identity':
            return words(`identity.${value}` as WordKey);
          case 'gender':
            return words(`gender.${value}` as WordKey);
          case 'status':
            return words(`${statusWords(value)}.${value}` as WordKey);
          case 'form':
            return words(`form.${value}` as WordKey);
          case 'voice':
            return words(`membershipRole.${value}` as WordKey);
          case 'speaker':
          case 'sense':
            return words(`${change.field}.${value}` as WordKey);
          case 'columnId':
          case 'characterId':
          case 'assetIds':
          case 'groupIds':
            return value
              .split(' ')
              .map((id) => names.get(id) ?? id)
              .join(t('listSeparator'));
          case 'kind':
            return words(`${kindWords(value)}.${value}` as WordKey);
          case 'slot':
            return words(`slot.${value}` as WordKey);
          case 'address':
            return format.address(value);
          default:
            return value;
        }
      };
      return {
        field: fields(`field.${change.field}` as FieldKey),
        before: change.before === undefined ? undefined : show(change.before || t('empty')),
        after: show(change.after),
      };
    },
    [t, fields, words, format, names],
  );
}

const NONE: never[] = [];

/** Groups, columns, characters and files of the calendar by id. */
function useContentNames(): ReadonlyMap<string, string> {
  const groups = useLive(() => readDb.rows('groups').all(), []) ?? NONE;
  const columns = useColumns(useLive(() => readDb.rows('contentColumns').all(), []) ?? NONE);
  const characters = useLive(() => readDb.rows('characters').all(), []) ?? NONE;
  const assets = useLive(() => readDb.rows('assets').all(), []) ?? NONE;
  return useMemo(
    () =>
      new Map([...groups, ...columns, ...characters, ...assets].map(({ id, name }) => [id, name])),
    [groups, columns, characters, assets],
  );
}
