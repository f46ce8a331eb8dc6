import { useTranslation } from 'react-i18next';
import { i18n } from '@/app/i18n/i18n';

export type Bilingual = { zh: string; en: string };

/** Picks the window's language from a text in both; a text in one language only is shown in that. */
export function useBilingual(): (text: Bilingual) => string {
  const { i18n: current } = useTranslation(undefined, { i18n });
  const isEnglish = current.language === 'en';
  return ({ zh, en }) => (isEnglish ? en || zh : zh || en);
}
