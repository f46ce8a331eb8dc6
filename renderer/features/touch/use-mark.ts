import { unpackIds } from '@shared/lib/pack-ids';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { markTouched } from './touch.commands';
import { touchMessages } from './touch.messages';

type Mark = {
  planId: string;
  stage: string;
  stageName: string;
  members: string;
  status: 'done' | 'left';
};

/** Notes touches and says so, with the way back; answers whether it was done. */
export function useMark(): (mark: Mark) => Promise<boolean> {
  const t = useMessages(touchMessages);
  const format = useFormat();
  return async (mark) => {
    if (unpackIds(mark.members).length === 0) return false;
    try {
      const { marked } = await execute(markTouched, mark);
      showDone(t('marked', { n: format.count(marked), what: t(mark.status) }), { undo: true });
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  };
}
