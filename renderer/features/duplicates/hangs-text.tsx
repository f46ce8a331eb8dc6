import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { duplicatesMessages } from './duplicates.messages';
import type { Hangs } from './duplicates.queries';

/** `3 笔订单 · 2 个标签`, without what is not there. */
export function HangsText({ hangs }: { hangs: Hangs }) {
  const t = useMessages(duplicatesMessages);
  const format = useFormat();
  const parts = (['orders', 'tags', 'groups', 'events'] as const)
    .filter((kind) => hangs[kind] > 0)
    .map((kind) => t(kind, { n: format.count(hangs[kind]) }));
  return <>{parts.length === 0 ? t('nothing') : parts.join(' · ')}</>;
}
