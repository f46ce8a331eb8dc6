import type { ReplyDraft } from '@shared/domain/replies/reply-import.rules';
import stored from '../../../resources/replies/starter-replies.json';

/** Ready-made entries for community group buying and for supply to shops, to be made one's own. */
export const STARTER_REPLIES: readonly (ReplyDraft & { key: string })[] = stored;
