import type { TAG_KINDS, Tag } from '@shared/domain/tags/tag.schema';

/** How much a kind tells beside the others: how somebody feels before what they do and who they are. */
const RANKS: Readonly<Record<(typeof TAG_KINDS)[number], number>> = {
  emotion: 0,
  behaviour: 1,
  base: 2,
};

/** The kinds that tell most come first; within a kind the order stays. */
export function mostTellingFirst(a: Tag, b: Tag): number {
  return RANKS[a.kind] - RANKS[b.kind];
}
