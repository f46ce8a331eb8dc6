import type { AssetWarning } from '@shared/domain/assets/asset-use.rules';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { assetsMessages } from '../assets.messages';
import { useGroupNames } from '../use-assets';

/** A warning as a sentence. */
export function useWarningWords(): (warning: AssetWarning) => string {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  const names = useGroupNames();
  return (warning) => {
    switch (warning.kind) {
      case 'missing':
        return t('warn.missing');
      case 'licenceEnded':
        return t('warn.licenceEnded', { day: format.fullDay(warning.until) });
      case 'licenceEndsSoon': {
        const day = format.fullDay(warning.until);
        return warning.daysLeft === 0
          ? t('warn.licenceLastDay', { day })
          : t('warn.licenceEndsSoon', { day, n: warning.daysLeft });
      }
      case 'sentInGroup': {
        const day = format.day(warning.day);
        if (warning.groupId === ALL_GROUPS) return t('warn.sentInAll', { day });
        const group = names?.get(warning.groupId) ?? t('unknownGroup');
        return t('warn.sentInGroup', { day, group });
      }
      default:
        return assertNever(warning, 'asset warning');
    }
  };
}
