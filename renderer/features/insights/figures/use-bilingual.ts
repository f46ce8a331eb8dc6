import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n } from '@/app/i18n/i18n';

type InBoth = { zh: string; en: string };

/** Picks what data hold in both languages. */
export function useBilingual(): (text: InBoth) => string {
  const { i18n: current } = useTranslation(undefined, { i18n });
  const language = current.language === 'en' ? 'en' : 'zh';
  return useCallback((text: InBoth) => text[language], [language]);
}
