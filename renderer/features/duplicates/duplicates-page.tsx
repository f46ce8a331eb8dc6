import { Button, Tabs } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconArrowMerge, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { duplicatesMessages } from './duplicates.messages';
import classes from './duplicates-page.module.css';
import { MergeAllDialog } from './merge-all-dialog';
import { MergeHistory } from './merge-history';
import { PairCard } from './pair-card';
import { PairList } from './pair-list';
import { useDuplicates } from './use-duplicates';

/** People who may be there twice: a list by confidence, and one pair side by side. */
export function DuplicatesPage() {
  const t = useMessages(duplicatesMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const { answer, settle, showMore } = useDuplicates();
  const [index, setIndex] = useState(0);
  const [isMergingAll, all] = useDisclosure(false);
  const rows = answer?.rows ?? [];
  const openAt = Math.min(index, Math.max(0, rows.length - 1));
  const open = rows[openAt];
  useHotkeys([
    ['ArrowDown', () => setIndex(Math.min(openAt + 1, rows.length - 1))],
    ['ArrowUp', () => setIndex(Math.max(openAt - 1, 0))],
  ]);
  const certain = answer?.counts.certain ?? 0;

  return (
    <Page
      testId="page-duplicates"
      title={t('title')}
      subtitle={answer === undefined ? t('looking') : <Subtitle answer={answer} />}
      ready={answer !== undefined}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} stroke={1.75} />}
            onClick={() => navigate('/members')}
          >
            {t('back')}
          </Button>
          {certain > 0 && (
            <Button
              data-testid="merge-all"
              leftSection={<IconArrowMerge size={16} stroke={1.75} />}
              onClick={all.open}
            >
              {t('mergeAll', { n: format.count(certain) })}
            </Button>
          )}
        </>
      }
      fill
    >
      <Tabs defaultValue="pending" keepMounted={false} className={classes.tabs}>
        <Tabs.List mb="md">
          <Tabs.Tab value="pending">{t('tabPending')}</Tabs.Tab>
          <Tabs.Tab value="history" data-testid="duplicates-history">
            {t('tabHistory')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pending" className={classes.pending}>
          {open && answer ? (
            <div className={classes.two}>
              <PairList
                rows={rows}
                total={answer.total}
                openAt={openAt}
                onOpen={setIndex}
                onMore={showMore}
              />
              <div className={classes.open}>
                <PairCard key={`${open.aId}.${open.bId}`} hit={open} onSettled={settle} />
              </div>
            </div>
          ) : (
            answer && <EmptyState icon={IconUsers} title={t('emptyTitle')} text={t('emptyText')} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.open}>
          <MergeHistory />
        </Tabs.Panel>
      </Tabs>
      {isMergingAll && <MergeAllDialog onClose={all.close} />}
    </Page>
  );
}

type SubtitleProps = { answer: NonNullable<ReturnType<typeof useDuplicates>['answer']> };

function Subtitle({ answer: { total, counts } }: SubtitleProps) {
  const t = useMessages(duplicatesMessages);
  const format = useFormat();
  if (total === 0) return <>{t('subtitleNone')}</>;
  return (
    <span data-testid="duplicates-total" data-count={total}>
      {t('subtitle', {
        total: format.count(total),
        certain: format.count(counts.certain),
        likely: format.count(counts.likely),
        possible: format.count(counts.possible),
      })}
    </span>
  );
}
