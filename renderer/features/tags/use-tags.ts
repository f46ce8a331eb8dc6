import type { Tag } from '@shared/domain/tags/tag.schema';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n } from '@/app/i18n/i18n';
import { useLive } from '@/db/use-live';
import { readTags } from './tags.queries';

export type Tags = {
  /** Ready-made and own tags by name, without hidden ones; empty until they are read. */
  tags: readonly Tag[];
  /** Any tag by its id, hidden ones too. */
  tagOf: (id: string) => Tag | undefined;
  isRead: boolean;
};

export function useTagLanguage(): 'zh' | 'en' {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === 'en' ? 'en' : 'zh';
}

export function useTags(): Tags {
  const language = useTagLanguage();
  const all = useLive(() => readTags(language), [language]);
  return useMemo(() => {
    const byId = new Map((all ?? []).map((tag) => [tag.id, tag]));
    const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-CN');
    const tags = (all ?? [])
      .filter((tag) => tag.isHidden !== true)
      .sort((a, b) => collator.compare(a.name, b.name));
    return { tags, tagOf: (id: string) => byId.get(id), isRead: all !== undefined };
  }, [all, language]);
}
