import { useMessages } from '@/app/i18n/messages';
import { rfmMessages } from './rfm.messages';

const KEYS = Object.keys(rfmMessages.zh).flatMap((key) =>
  key.startsWith('group.') ? [key as `group.${string}` & keyof typeof rfmMessages.zh] : [],
);

/** The name of one of the eight kinds, or of those who are new; an unknown key stays as it is. */
export function useGroupName(): (key: string) => string {
  const t = useMessages(rfmMessages);
  return (key) => {
    const known = KEYS.find((it) => it === `group.${key}`);
    return known ? t(known) : key;
  };
}
