import { useTranslation } from 'react-i18next';
import { i18n } from '@/app/i18n/i18n';

/** The language that titles of columns are written in: the window's. */
export function useLanguage(): 'zh' | 'en' {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === 'en' ? 'en' : 'zh';
}
