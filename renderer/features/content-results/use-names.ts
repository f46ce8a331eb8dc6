import { SPEAKER_KINDS, VOICES } from '@shared/domain/calendar/content.schema';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import type { Entry } from '@shared/domain/content-results/measures.rules';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useColumns } from '@/features/content-items';
import { contentResultsMessages } from './content-results.messages';

export const KINDS = ['column', 'speaker', 'form', 'voice', 'group'] as const;
export type Kind = (typeof KINDS)[number];

/** What an item is of each kind: for comparing, '' where it says nothing. */
export function kindKeys(kind: Kind, { item }: Entry): readonly string[] {
  switch (kind) {
    case 'column':
      return [item.columnId ?? ''];
    case 'speaker':
      return [item.speaker ?? ''];
    case 'form':
      return [item.form];
    case 'voice':
      return [item.voice ?? ''];
    case 'group':
      return item.groupIds.length > 0 ? item.groupIds : [ALL_GROUPS];
  }
}

/** Names of columns, groups and all other kinds as the leader knows them. */
export function useNames() {
  const t = useMessages(contentResultsMessages);
  const words = useMessages(wordsMessages);
  const stored = useLive(() => readDb.rows('contentColumns').all(), []);
  const groups = useLive(() => readDb.rows('groups').all(), []);
  const columns = useColumns(stored ?? []);
  return useMemo(() => {
    const columnNames = new Map(columns.map(({ id, name }) => [id, name]));
    const groupNames = new Map((groups ?? []).map(({ id, name }) => [id, name]));
    const column = (id: string | undefined) => columnNames.get(id ?? '') ?? t('none');
    const group = (id: string) =>
      id === ALL_GROUPS ? t('allGroups') : (groupNames.get(id) ?? t('goneGroup'));
    const of = (kind: Kind, key: string): string => {
      if (kind === 'column') return column(key);
      if (kind === 'group') return group(key);
      if (kind === 'form') return words(`form.${key as 'article'}`);
      const speaker = SPEAKER_KINDS.find((it) => it === key);
      if (kind === 'speaker') return speaker ? t(`speaker.${speaker}`) : t('none');
      const voice = VOICES.find((it) => it === key);
      return voice ? t(`voice.${voice}`) : t('none');
    };
    return { of, column, group };
  }, [t, words, columns, groups]);
}
