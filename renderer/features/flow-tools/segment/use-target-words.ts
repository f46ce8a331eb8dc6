import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import { assertNever } from '@shared/lib/errors';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useNamedThings } from '@/features/segments';
import { segmentMessages } from './segment.messages';

/** What a target is called: a trait, or the name under which its people were saved. */
export function useTargetWords(): (target: RunTarget) => string {
  const t = useMessages(segmentMessages);
  const words = useMessages(wordsMessages);
  const { tags, segments, snapshots } = useNamedThings();
  return (target) => {
    const named = (list: readonly { id: string; name: string }[], id: string) =>
      list.find((it) => it.id === id)?.name ?? t('gone');
    switch (target.by) {
      case 'all':
        return t('by.all');
      case 'identity':
        return words(`identity.${target.value}`);
      case 'region':
        return target.value;
      case 'tag':
        return named(allTags(tags, currentLanguage() === 'en' ? 'en' : 'zh'), target.value);
      case 'segment':
        return named(segments, target.value);
      case 'snapshot':
        return named(snapshots, target.value);
      default:
        return assertNever(target, 'useTargetWords');
    }
  };
}
