import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessageCircle, IconPlus } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import type { CommentLine } from '@/workers/feelings/comment-types';
import { feelingsMessages } from './feelings.messages';
import { FeelingsFilters } from './feelings-filters';
import classes from './feelings-page.module.css';
import { filterOf, isNarrowed, useFeelingsView } from './feelings-view';
import { FeelingFigures } from './figures/feeling-figures';
import { CommentPanel } from './list/comment-panel';
import { CommentTable } from './list/comment-table';
import { ModelLine } from './model-line';
import { TakeInDialog } from './take-in/take-in-dialog';
import { useComment, useCommentFigures, useComments } from './use-comments';

/** What people say: counted, listed, put right. */
export function FeelingsPage() {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const view = useFeelingsView();
  const list = useComments(view);
  const figures = useCommentFigures(filterOf(view, Date.now()));
  const [isTaking, taking] = useDisclosure(false);
  const [openId, setOpenId] = useState<string>();
  const open = useComment(openId);
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const close = useCallback(() => {
    setOpenId(undefined);
    scrollRef.current?.querySelector('table')?.focus({ preventScroll: true });
  }, []);
  const isEmpty = figures?.n === 0 && list.total === 0 && !isNarrowed(view);
  const takeIn = (
    <Button
      data-testid="feelings-take-in"
      leftSection={<IconPlus size={16} stroke={2} />}
      onClick={taking.open}
    >
      {t('takeIn')}
    </Button>
  );

  return (
    <Page
      testId="page-feelings"
      title={t('title')}
      subtitle={
        figures &&
        (isEmpty
          ? t('subtitleEmpty')
          : t('subtitle', {
              n: format.count(figures.n),
              bad: format.count(figures.byFeeling.bad),
              severe: format.count(figures.severe),
              unattached: format.count(figures.unattached),
            }))
      }
      actions={isEmpty ? undefined : takeIn}
      filters={isEmpty ? undefined : <FeelingsFilters view={view} />}
      ready={figures !== undefined && list.total !== undefined}
      fill
    >
      {isEmpty ? (
        <EmptyState
          icon={IconMessageCircle}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={takeIn}
        />
      ) : (
        <div className={classes.body}>
          {figures && <FeelingFigures figures={figures} view={view} />}
          {figures && <ModelLine figures={figures} />}
          <div className={classes.table}>
            <CommentTable
              list={list}
              openId={openId}
              onOpen={(comment: CommentLine) => setOpenId(comment.id)}
              scrollRef={scrollRef}
            />
          </div>
        </div>
      )}
      {open && <CommentPanel key={open.id} comment={open} onClose={close} />}
      {isTaking && <TakeInDialog onClose={taking.close} />}
    </Page>
  );
}
