import type { GroupDoor } from '@shared/domain/groups/entry.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { classesMessages } from './classes.messages';

const MOST_NAMED = 4;

/** Whom a class takes, in words: identity, channel, region. */
export function useClassWords(): (door: GroupDoor) => string {
  const t = useMessages(classesMessages);
  const words = useMessages(wordsMessages);
  const list = (values: readonly string[], any: string) => {
    if (values.length === 0) return any;
    const named = values.slice(0, MOST_NAMED).join(t('listGap'));
    const more = values.length - MOST_NAMED;
    return more > 0 ? `${named}${t('andMore', { count: String(more) })}` : named;
  };
  return ({ identities, channels, regions }) =>
    [
      list(
        identities.map((identity) => words(`identity.${identity}`)),
        t('anyIdentity'),
      ),
      list(channels, t('anyChannel')),
      list(regions, t('anyRegion')),
    ].join(' × ');
}
