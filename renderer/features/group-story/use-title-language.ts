import { useLanguage } from '@/app/i18n/use-language';

/** The language in which new runs are named: the window's. */
export const useTitleLanguage = (): 'zh' | 'en' => (useLanguage() === 'en' ? 'en' : 'zh');
