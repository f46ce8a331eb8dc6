import type { ReplyColumnKey } from '@shared/domain/export/columns/reply-columns';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Reply, ReplyUse } from '@shared/domain/replies/reply.schema';
import {
  type ExportListDefinition,
  type ListSource,
  rowCells,
  type SourceContext,
} from './list-source';

function replySource({ stored, separator }: SourceContext): ListSource<ReplyColumnKey> {
  const groups = new Map((stored.rows('groups') as Group[]).map(({ id, name }) => [id, name]));
  const uses = new Map<string, { count: number; lastAt: number }>();
  for (const { replyId, at } of stored.rows('replyUses') as ReplyUse[]) {
    const known = uses.get(replyId) ?? { count: 0, lastAt: at };
    uses.set(replyId, { count: known.count + 1, lastAt: Math.max(known.lastAt, at) });
  }
  const entries = (stored.rows('replies') as Reply[])
    .filter(({ isArchived }) => !isArchived)
    .sort((a, b) => a.keyword.localeCompare(b.keyword, 'zh-CN'));
  return rowCells(entries, {
    keyword: ({ keyword }) => keyword,
    synonyms: ({ synonyms }) => synonyms.join('、'),
    answer: ({ answer }) => answer,
    category: ({ category }) => category,
    groups: ({ groupIds }) => groupIds.flatMap((id) => groups.get(id) ?? []).join(separator),
    uses: ({ id }) => uses.get(id)?.count ?? 0,
    lastAt: ({ id }) => uses.get(id)?.lastAt,
  });
}

export const repliesList: ExportListDefinition = {
  needs: () => ({ whole: ['replies', 'replyUses', 'groups'] }),
  source: replySource,
};
