import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from '@/ui/format';
import { i18n } from './i18n/i18n';
import { useSettings } from './settings';

/** Numbers, days and private things in the window's language and under its privacy mask. */
export function useFormat(): Format {
  const { i18n: current } = useTranslation(undefined, { i18n });
  const language = current.language === 'en' ? 'en' : 'zh-CN';
  const isMasked = useSettings().privacyMask === true;
  return useMemo(
    () => createFormat({ language, isMasked, timeZone: DEFAULT_TIME_ZONE }),
    [language, isMasked],
  );
}
