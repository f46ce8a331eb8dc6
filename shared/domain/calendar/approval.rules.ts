import type { ContentItem, ContentStatus } from './content.schema';

type Decision = {
  /** UTC ms. */
  now: number;
  /** Who decides, where they named themselves. */
  actor: string | undefined;
  /** Why an item goes back to draft. */
  why?: string | undefined;
  /** UTC ms of the first sending that is recorded, if any. */
  firstSentAt?: number | undefined;
};

/** Whether an item of this status counts as sent. */
export const isOut = (status: ContentStatus): boolean => status === 'sent' || status === 'measured';

const isApproved = (status: ContentStatus) => status === 'ready' || isOut(status);

/**
 * What changes with an item's status: who approved it and when, why it was sent back, when it went
 * out. An item that was sent and is called back to `ready` keeps its approval; any way to `draft`
 * or `review` takes the approval away. Nothing for the status that the item has.
 */
export function statusPatch(
  item: Pick<ContentItem, 'status' | 'sentAt'>,
  status: ContentStatus,
  { now, actor, why, firstSentAt }: Decision,
): Partial<ContentItem> {
  if (status === item.status) return {};
  const patch: Partial<ContentItem> = {
    status,
    sentAt: isOut(status) ? (item.sentAt ?? firstSentAt ?? now) : undefined,
    sentBackWhy: status === 'draft' ? why?.trim() || undefined : undefined,
  };
  if (!isApproved(status)) {
    return { ...patch, approvedBy: undefined, approvedAt: undefined, rewordedAt: undefined };
  }
  // Sent by hand without a look counts as no approval; only the step to `ready` is one.
  if (status === 'ready' && !isOut(item.status)) {
    return { ...patch, approvedBy: actor, approvedAt: now, rewordedAt: undefined };
  }
  return patch;
}

/** Whether an item's words were changed after somebody had said that it may go out. */
export function isRewordedSinceApproval(
  item: Pick<ContentItem, 'approvedAt' | 'rewordedAt'>,
): boolean {
  return item.approvedAt !== undefined && (item.rewordedAt ?? 0) > item.approvedAt;
}
