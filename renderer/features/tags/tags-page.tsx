import { Button } from '@mantine/core';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { ExportButton } from '@/features/export';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { TagDialog } from './tag-dialog';
import { TagTable } from './tag-table';
import { removeTag } from './tags.commands';
import { tagsMessages } from './tags.messages';
import { readTags } from './tags.queries';

type TagCounts = { of: ReadonlyMap<string, number>; tagged: number };

/** Hand-made tags: what they mean and how many carry them; a click lists those members. */
export function TagsPage() {
  const t = useMessages(tagsMessages);
  const format = useFormat();
  const tags = useLive(readTags, []);
  const counts = useTagCounts();
  const [editing, setEditing] = useState<Tag | 'new'>();

  async function remove(tag: Tag) {
    try {
      const { taken } = await execute(removeTag, { tagId: tag.id, name: tag.name });
      const words =
        taken > 0
          ? t('removedFrom', { name: tag.name, n: format.count(taken) })
          : t('removed', { name: tag.name });
      showDone(words, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  const isEmpty = tags?.length === 0;
  const state = isEmpty
    ? t('stateEmpty')
    : t('state', {
        count: tags?.length ?? 0,
        n: format.count(tags?.length ?? 0),
        members: counts ? format.count(counts.tagged) : '…',
      });
  const add = (
    <Button
      data-testid="tag-add"
      leftSection={<IconPlus size={16} stroke={2} />}
      onClick={() => setEditing('new')}
    >
      {t('add')}
    </Button>
  );

  return (
    <Page
      testId="page-tags"
      title={t('title')}
      subtitle={tags ? state : ' '}
      actions={
        isEmpty ? undefined : (
          <>
            <ExportButton list="tags" />
            {add}
          </>
        )
      }
      ready={tags !== undefined}
    >
      {isEmpty && (
        <EmptyState icon={IconTags} title={t('emptyTitle')} text={t('emptyText')} action={add} />
      )}
      {tags && !isEmpty && (
        <TagTable
          tags={tags}
          counts={counts?.of}
          onEdit={setEditing}
          onRemove={(tag) => void remove(tag)}
        />
      )}
      {editing !== undefined && (
        <TagDialog
          {...(editing === 'new' ? {} : { tag: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}

/** Members per tag, from the data worker's columns; counted again after every change. */
function useTagCounts(): TagCounts | undefined {
  const version = useDataVersion();
  const [counts, setCounts] = useState<TagCounts>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to count again
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .lists.memberFacets()
      .then(({ tags, tagged }) => {
        if (isCurrent) setCounts({ of: new Map(tags.map((it) => [it.value, it.count])), tagged });
      })
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [version]);
  return counts;
}
