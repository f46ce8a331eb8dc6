import type { RelayMatch } from '@shared/domain/relay/match-relay.rules';
import type { Relay, RelayDoubt, RelayItem, RelayProduct } from '@shared/domain/relay/relay.types';
import { readContent } from '@shared/domain/relay/relay-items';
import { earlierMember, findEarlier, type RelayRow } from '@shared/domain/relay/relay-plan.rules';
import type { RelayKnown } from '@/workers/relay/relay-desk';

/** One line of the table: the entry as mended so far, and what is known of it. */
export type Draft = {
  key: number;
  row: RelayRow;
  raw: string;
  doubts: RelayDoubt[];
  match: RelayMatch;
  /** The member of an earlier paste of the same list. */
  earlierId: string | undefined;
};

/** The rows of a list with the members they are certain to mean; who is only likely stays open. */
export function draftsOf(relay: Relay, known: RelayKnown): Draft[] {
  const rows = relay.entries.map(({ raw: _raw, doubts: _doubts, ...entry }, at): RelayRow => {
    const match = known.matches[at];
    const certain = match?.certain;
    if (certain) return { ...entry, place: { kind: 'member', memberId: certain.memberId } };
    const isOpen = (match?.candidates.length ?? 0) > 0;
    return { ...entry, place: { kind: isOpen ? 'open' : 'new' } };
  });
  const earlier = findEarlier(rows, known.orders);
  return relay.entries.map(({ raw, doubts }, at) => {
    const row = rows[at] as RelayRow;
    const earlierId = earlier[at]?.memberId ?? earlierMember(row, known.events, relay.title);
    const place =
      earlierId !== undefined && row.place.kind !== 'member'
        ? ({ kind: 'member', memberId: earlierId } as const)
        : row.place;
    return {
      key: at,
      raw,
      doubts,
      row: { ...row, place },
      match: known.matches[at] ?? { candidates: [] },
      earlierId,
    };
  });
}

/** `苹果×2 梨×1`, as it is shown and typed. */
export const itemsText = (items: readonly RelayItem[]): string =>
  items.map(({ product, quantity }) => `${product}×${quantity}`).join(' ');

/** What somebody typed into the products' cell; sure, because a person wrote it. */
export function typedItems(
  text: string,
  products: readonly RelayProduct[],
  title: string,
): RelayItem[] {
  return readContent(text.normalize('NFKC'), products, title).items.map((item) => ({
    ...item,
    isSure: true,
  }));
}

/** Every product of the list, listed or only ordered, in the order of first mention. */
export function productsOf(relay: Relay, drafts: readonly Draft[]): string[] {
  const listed = relay.products.map(({ name }) => name);
  const ordered = drafts.flatMap(({ row }) => row.items.map(({ product }) => product));
  return [...new Set([...listed, ...ordered])];
}
