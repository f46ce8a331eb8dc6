import type { ContentColumn, ContentItem } from '@shared/domain/calendar/content.schema';
import type { CheckResult } from '@shared/domain/compliance/check.rules';
import { createContext, useContext } from 'react';
import type { PlanView } from './views/plan-address';

/**
 * What the face of an item shows besides the item. Apart from what the grid can do, because focus
 * and selection change with every key, and faces need not be drawn anew for them.
 */
export type ItemLook = {
  view: PlanView;
  columnNames: ReadonlyMap<string, string>;
  columnRows: ReadonlyMap<string, ContentColumn>;
  groupNames: ReadonlyMap<string, string>;
  /** Items that meet others badly: too many for a group, or the same again. */
  conflictIds: ReadonlySet<string>;
  isOverdue: (item: ContentItem) => boolean;
  /** What the check before sending says of the item's text. */
  checkOf: (item: ContentItem) => CheckResult | undefined;
};

export const LookContext = createContext<ItemLook | null>(null);

export function useLook(): ItemLook {
  const look = useContext(LookContext);
  if (!look) throw new Error('an item outside of its plan');
  return look;
}
