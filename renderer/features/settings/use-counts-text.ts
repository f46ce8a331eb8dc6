import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { backupsMessages } from './backups.messages';

/** The people and orders of a state in a few words. */
export function useCountsText(): (counts: Readonly<Record<string, number>>) => string {
  const t = useMessages(backupsMessages);
  const format = useFormat();
  return ({ members = 0, orders = 0 }) =>
    members === 0 && orders === 0
      ? t('nothing')
      : [t('members', { n: format.count(members) }), t('orders', { n: format.count(orders) })].join(
          ' · ',
        );
}
