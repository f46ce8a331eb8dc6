import { Button } from '@mantine/core';
import { accuracyByTag } from '@shared/domain/tags/spot-check.rules';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { ExportButton } from '@/features/export';
import { Page } from '@/ui/page';
import { TagDialog } from './edit/tag-dialog';
import { Coverage } from './list/coverage';
import { FailedRules } from './list/failed-rules';
import { Freshness, useTookWords } from './list/freshness';
import { TagFilters } from './list/tag-filters';
import classes from './list/tag-list.module.css';
import { TagTable } from './list/tag-table';
import { START_VIEW, tagsInView } from './list/tag-view';
import { useTagFigures } from './list/use-tag-figures';
import { TagPanel } from './panel/tag-panel';
import { tagsMessages } from './tags.messages';
import { readSpotChecks, readTags } from './tags.queries';
import { useTagLanguage } from './use-tags';

const ROUTE = /^\/tags\/([^/]+)$/;
const NO_TAGS: Tag[] = [];

/** Ready-made and own tags: whom they mean, how many carry them, how often they are right. */
export function TagsPage() {
  const t = useMessages(tagsMessages);
  const format = useFormat();
  const took = useTookWords();
  const language = useTagLanguage();
  const [location, navigate] = useLocation();
  const openId = ROUTE.exec(location)?.[1];
  const tags = useLive(() => readTags(language), [language]);
  const checks = useLive(readSpotChecks, []);
  const { figures, isWorking, recompute } = useTagFigures(tags ?? NO_TAGS);
  const [view, setView] = useState(START_VIEW);
  const [editing, setEditing] = useState<Tag | 'new'>();
  const accuracies = useMemo(() => accuracyByTag(checks ?? []), [checks]);
  const open = tags?.find((tag) => tag.id === openId);
  const failed = new Set(figures?.failed.map((it) => it.tagId));
  const sections = tagsInView(tags ?? NO_TAGS, view, {
    carriersOf: (id) => figures?.carriersOf(id) ?? 0,
    hasFailed: (id) => failed.has(id),
  });

  async function workOut() {
    const worked = await recompute();
    if (!worked) return;
    const n = format.count(worked.members);
    showDone(t('recomputed', { n, took: took(worked.tookMs ?? 0) }));
  }

  return (
    <Page
      testId="page-tags"
      title={t('title')}
      subtitle={<Freshness figures={figures} isWorking={isWorking} />}
      actions={
        <>
          <ExportButton list="tags" />
          <Button
            variant="default"
            data-testid="tag-recompute"
            loading={isWorking}
            leftSection={<IconRefresh size={16} stroke={1.75} />}
            onClick={() => void workOut()}
          >
            {t('recompute')}
          </Button>
          <Button
            data-testid="tag-add"
            leftSection={<IconPlus size={16} stroke={2} />}
            onClick={() => setEditing('new')}
          >
            {t('add')}
          </Button>
        </>
      }
      filters={<TagFilters view={view} onChange={(patch) => setView({ ...view, ...patch })} />}
      ready={tags !== undefined && checks !== undefined}
    >
      {tags && (
        <>
          <FailedRules figures={figures} tagOf={(id) => tags.find((tag) => tag.id === id)} />
          <Coverage tags={tags} figures={figures} checks={checks ?? []} />
          {sections.length === 0 ? (
            <p className={classes.nothing}>
              {t('nothingFits')}{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => setView(START_VIEW)}>
                {t('clearFilters')}
              </Button>
            </p>
          ) : (
            <TagTable
              sections={sections}
              figures={figures}
              accuracyOf={(id) => accuracies.get(id)}
              openId={openId}
              onOpen={(tag) => navigate(`/tags/${tag.id}`)}
            />
          )}
        </>
      )}
      {open && (
        <TagPanel
          tag={open}
          figures={figures}
          onEdit={setEditing}
          onClose={() => navigate('/tags')}
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
