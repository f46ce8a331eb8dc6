import { notifications } from '@mantine/notifications';
import type { PlanWarning } from '@shared/domain/calendar/guard.types';
import { useCallback, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useWarningWords } from './use-warning-words';
import { warningsMessages } from './warnings.messages';

const SHOWN_MS = 9000;
const SHOWN = 3;

/** Says beside the grid what a drop or a paste brought about; the drop itself stands. */
export function useSayDropWarnings(): (warnings: readonly PlanWarning[]) => void {
  const t = useMessages(warningsMessages);
  const words = useWarningWords();
  const shown = useRef('');
  return useCallback(
    (warnings) => {
      // What was said of the last drop may have been put right by this one.
      notifications.hide(shown.current);
      if (warnings.length === 0) return;
      const lines = warnings.slice(0, SHOWN).map(words);
      const rest = warnings.length - lines.length;
      shown.current = notifications.show({
        'data-testid': 'drop-warning',
        color: 'yellow',
        autoClose: SHOWN_MS,
        role: 'status',
        title: t('dropTitle'),
        message: [...lines, ...(rest > 0 ? [t('more', { n: rest })] : [])].join('\n'),
        styles: { description: { whiteSpace: 'pre-line' } },
      });
    },
    [t, words],
  );
}
