import type { Cell } from './cell.rules';
import type { ContentColumn, ContentItem } from './content.schema';

/** What a warning needs to know of an item. */
export type GuardedItem = Pick<
  ContentItem,
  'id' | 'date' | 'slot' | 'title' | 'columnId' | 'groupIds' | 'voice' | 'repeatId' | 'form'
>;

/** What a warning needs to know of a column. */
export type GuardedColumn = Pick<ContentColumn, 'id' | 'name'> &
  Partial<Pick<ContentColumn, 'perWeek' | 'voice' | 'isDisclosed' | 'isArchived'>>;

export type GuardedGroup = { id: string; name: string };

type Base = {
  /** The items that it is about, in the order in which they come; empty for what is missing. */
  itemIds: readonly string[];
};

/** Groups that get the very same items, and more of them than the limit allows. */
export type TooMuch = {
  /** The first of them. */
  group: GuardedGroup;
  groupCount: number;
  count: number;
  limit: number;
};

/** Something in a plan that somebody should look at; a plan is never refused for it. */
export type PlanWarning = Base &
  (
    | { kind: 'gap' | 'crowded'; cell: Cell; count: number; limit: number }
    | ({ kind: 'groupSlot'; cell: Cell } & TooMuch)
    | ({ kind: 'groupDay'; date: string } & TooMuch)
    | {
        kind: 'repeated';
        cell: Cell;
        /** The earlier one. */
        earlier: { id: string; title: string; date: string };
        title: string;
        days: number;
        /** In hundredths; 100 when the titles are the same once folded. */
        likenessPercent: number;
        /** A group that gets both; absent when there are no groups at all. */
        group?: GuardedGroup;
      }
    | {
        kind: 'columnOften' | 'columnRare';
        columnId: string;
        column: string;
        count: number;
        perWeek: number;
      }
    | { kind: 'undisclosed'; cell: Cell; title: string; column?: string }
  );

export type PlanWarningKind = PlanWarning['kind'];
