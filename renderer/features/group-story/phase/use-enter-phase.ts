import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { LivingPhase } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { setGroupPhase } from '../group-story.commands';
import { groupStoryMessages } from '../group-story.messages';
import { useAct } from '../use-act';
import { useTitleLanguage } from '../use-title-language';

type Entry = {
  to: LivingPhase;
  flows: string[];
  evidence?: GroupEvent['evidence'];
  note?: string;
};

/** Puts a group into a phase, with the flows that were chosen, and says so. */
export function useEnterPhase(group: Group) {
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const language = useTitleLanguage();
  const { act, isBusy } = useAct();
  const enter = (entry: Entry) =>
    act(async () => {
      const { runIds } = await execute(setGroupPhase, { groupId: group.id, language, ...entry });
      const said = { name: group.name, phase: words(`groupPhase.${entry.to}`) };
      const count = runIds.length;
      showDone(count > 0 ? t('setDoneFlows', { ...said, count }) : t('setDone', said), {
        undo: true,
      });
    });
  return { enter, isBusy };
}
