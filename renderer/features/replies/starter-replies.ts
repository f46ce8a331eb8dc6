import type { ReplyDraft } from '@shared/domain/replies/reply-import.rules';
import english from '../../../resources/replies/starter-replies.en.json';
import chinese from '../../../resources/replies/starter-replies.json';

type Starter = ReplyDraft & { key: string };

/** Ready-made entries for community group buying and for supply to shops, to be made one's own. */
export const STARTER_REPLIES: { zh: readonly Starter[]; en: readonly Starter[] } = {
  zh: chinese,
  en: english,
};
