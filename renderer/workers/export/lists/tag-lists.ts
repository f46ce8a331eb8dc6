import type {
  TagAssignmentColumnKey,
  TagColumnKey,
} from '@shared/domain/export/columns/people-columns';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import {
  type ExportListDefinition,
  type ListSource,
  rowCells,
  type SourceContext,
  whoCells,
  wordOf,
} from './list-source';

/** Ready-made tags too, in the words of the file's language. */
const tagsOf = ({ stored, language }: SourceContext) =>
  allTags(stored.rows('tags') as Tag[], language);

const byName = (a: Tag, b: Tag) => a.name.localeCompare(b.name, 'zh-CN');

function tagSource(context: SourceContext): ListSource<TagColumnKey> {
  const { stored } = context;
  const assignments = stored.packed('tagAssignments');
  const tagIdOf = assignments.text('tagId');
  const counts = new Map<string, number>();
  for (let row = 0; row < assignments.count; row += 1) {
    const tagId = tagIdOf(row) ?? '';
    counts.set(tagId, (counts.get(tagId) ?? 0) + 1);
  }
  const own = new Set((stored.rows('tags') as Tag[]).map((tag) => tag.id));
  // Of the ready-made tags those that somebody changed or gave; the others say nothing yet.
  const tags = tagsOf(context)
    .filter((tag) => own.has(tag.id) || counts.has(tag.id))
    .sort(byName);
  return rowCells(tags, {
    name: (tag) => tag.name,
    kind: (tag) => wordOf(context, 'tagKind', tag.kind),
    members: (tag) => counts.get(tag.id) ?? 0,
    note: (tag) => tag.note,
  });
}

function assignmentSource(context: SourceContext): ListSource<TagAssignmentColumnKey> {
  const { stored } = context;
  const names = new Map(tagsOf(context).map((tag) => [tag.id, tag.name]));
  const assignments = stored.packed('tagAssignments');
  const tagId = assignments.text('tagId');
  const source = assignments.text('source');
  return {
    count: assignments.count,
    cells: {
      ...whoCells(stored.packed('members'), assignments.text('memberId')),
      tag: (row) => names.get(tagId(row) ?? ''),
      source: (row) => wordOf(context, 'tagSource', source(row)),
      at: assignments.number('at'),
      reason: assignments.text('reason'),
    },
  };
}

export const tagsList: ExportListDefinition = {
  needs: () => ({ whole: ['tags', 'tagAssignments'] }),
  source: tagSource,
};
export const tagAssignmentsList: ExportListDefinition = {
  needs: () => ({ whole: ['tags', 'tagAssignments'], hot: ['members'] }),
  source: assignmentSource,
};
