import type { Tag } from '@shared/domain/tags/tag.schema';
import { useMemo } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { tagPanelMessages } from './panel/tag-panel.messages';
import { hideTag, removeTag, resetTag, switchTags } from './tags.commands';
import { tagsMessages } from './tags.messages';

export type TagActions = {
  setOn: (tag: Tag, isOn: boolean) => Promise<boolean>;
  setHidden: (tag: Tag, isHidden: boolean) => Promise<boolean>;
  reset: (tag: Tag) => Promise<boolean>;
  remove: (tag: Tag) => Promise<boolean>;
};

/** What one does to a tag; each says so with its undo, and tells whether it went well. */
export function useTagActions(): TagActions {
  const t = useMessages(tagsMessages);
  const panel = useMessages(tagPanelMessages);
  const format = useFormat();
  return useMemo(() => {
    const doing = async (work: () => Promise<string>) => {
      try {
        showDone(await work(), { undo: true });
        return true;
      } catch (error) {
        showProblem(error);
        return false;
      }
    };
    return {
      setOn: (tag, isOn) =>
        doing(async () => {
          await execute(switchTags, { tagIds: [tag.id], isOff: !isOn, name: tag.name });
          return t(isOn ? 'switchedOn' : 'switchedOff', { name: tag.name });
        }),
      setHidden: (tag, isHidden) =>
        doing(async () => {
          await execute(hideTag, { tagId: tag.id, name: tag.name, isHidden });
          return panel(isHidden ? 'hidden' : 'shown', { name: tag.name });
        }),
      reset: (tag) =>
        doing(async () => {
          await execute(resetTag, { tagId: tag.id, name: tag.name });
          return panel('restored', { name: tag.name });
        }),
      remove: (tag) =>
        doing(async () => {
          const { taken } = await execute(removeTag, { tagId: tag.id, name: tag.name });
          return taken > 0
            ? panel('removedFrom', { name: tag.name, n: format.count(taken) })
            : panel('removed', { name: tag.name });
        }),
    };
  }, [t, panel, format]);
}
