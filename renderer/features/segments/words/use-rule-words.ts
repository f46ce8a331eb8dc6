import { allTags } from '@shared/domain/tags/tag-library';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n } from '@/app/i18n/i18n';
import { useFormat } from '@/app/use-format';
import { modelNames } from './model-names';
import { useNamedThings } from './names-store';
import type { RuleNames } from './rule-names';
import { createRuleWords, type RuleWords } from './rule-words';

export function useLanguage(): 'zh' | 'en' {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === 'en' ? 'en' : 'zh';
}

/** Names of what rules refer to, in the window's language. */
export function useRuleNames(): RuleNames {
  const language = useLanguage();
  const { tags, segments, snapshots, groups, settings } = useNamedThings();
  return useMemo(() => {
    const byId = (rows: readonly { id: string; name: string }[]) => {
      const names = new Map(rows.map((row) => [row.id, row.name]));
      return (id: string) => names.get(id);
    };
    return {
      tag: byId(allTags(tags, language)),
      segment: byId(segments),
      snapshot: byId(snapshots),
      group: byId(groups),
      ...modelNames(language === 'en' ? 'en' : 'zh-CN', settings),
    };
  }, [language, tags, segments, snapshots, groups, settings]);
}

/** Rules as sentences in the window's language. */
export function useRuleWords(): RuleWords {
  const language = useLanguage();
  const format = useFormat();
  const names = useRuleNames();
  return useMemo(
    () => createRuleWords(language === 'en' ? 'en' : 'zh-CN', format, names),
    [language, format, names],
  );
}
