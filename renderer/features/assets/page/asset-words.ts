import type { Asset } from '@shared/domain/assets/asset.schema';
import type { AssetUse } from '@shared/domain/assets/asset-use.rules';
import { licenceOn } from '@shared/domain/assets/licence.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { assetsMessages } from '../assets.messages';

type LicenceLine = { tone: 'quiet' | 'yellow' | 'red'; text: string };

/** What a file's licence says today, worth a line; nothing where it has no end. */
export function useLicenceLine(): (asset: Pick<Asset, 'licence'>) => LicenceLine | undefined {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  const today = useToday();
  return (asset) => {
    const { state, until, daysLeft = 0 } = licenceOn(asset, today);
    if (until === undefined) return undefined;
    const day = format.fullDay(until);
    if (state === 'ended') return { tone: 'red', text: t('licenceEnded', { day }) };
    if (state === 'valid') return { tone: 'quiet', text: t('licenceUntil', { day }) };
    const text = daysLeft === 0 ? t('licenceToday') : t('licenceSoon', { n: daysLeft });
    return { tone: 'yellow', text };
  };
}

/** How often a file was used, in a few words. */
export function useUseWords(): (use: AssetUse, isShort?: boolean) => string {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  return ({ items, sends, lastSentDay }, isShort = false) => {
    if (items === 0 && sends === 0) return t('usedNever');
    const times = t('usedTimes', { items: format.count(items), sends: format.count(sends) });
    return lastSentDay === undefined || isShort
      ? times
      : `${times} · ${t('lastSent', { day: format.day(lastSentDay) })}`;
  };
}

const MB = 1024 * 1024;

/** `2.4 MB`, `38 KB` */
export function useSizeWords(): (bytes: number) => string {
  const format = useFormat();
  return (bytes) => {
    if (bytes < MB) return `${format.count(Math.max(1, Math.round(bytes / 1024)))} KB`;
    return `${(bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)} MB`;
  };
}
