import { useLanguage } from './use-language';

/** Which side of a bilingual name the window shows. */
export function useLanguageKey(): 'zh' | 'en' {
  return useLanguage() === 'en' ? 'en' : 'zh';
}
