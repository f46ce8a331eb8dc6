import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { Committed } from '@/workers/import/import-types';
import { doneMessages } from './done.messages';

const PARTS = ['members', 'orders', 'records', 'updates'] as const;

/** What was written, in words; only what there is any of. */
export function useWrittenWords(): (written: Committed['written']) => string[] {
  const t = useMessages(doneMessages);
  const format = useFormat();
  return (written) =>
    PARTS.flatMap((part) => {
      const n = written[part] ?? 0;
      return n > 0 ? [t(`written.${part}`, { n: format.count(n) })] : [];
    });
}
