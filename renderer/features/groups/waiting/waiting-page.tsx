import { IconHourglass } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { useWaiting } from './use-waiting';
import { waitingMessages } from './waiting.messages';
import classes from './waiting.module.css';
import { WaitingClassCard } from './waiting-class-card';

/** Approved people for whom no group had room, class by class, longest first. */
export function WaitingPage() {
  const t = useMessages(waitingMessages);
  const format = useFormat();
  const view = useWaiting();
  return (
    <Page
      testId="page-group-waiting"
      ready={view !== undefined}
      title={t('title')}
      subtitle={
        view &&
        t('subtitle', {
          total: format.count(view.total),
          room: format.count(view.plan.placed.length),
        })
      }
    >
      {view?.total === 0 && (
        <EmptyState icon={IconHourglass} title={t('emptyTitle')} text={t('emptyText')} />
      )}
      <div className={classes.page}>
        {view?.classes.map((row) => (
          <WaitingClassCard key={row.ownClass.id} row={row} plan={view.plan} />
        ))}
      </div>
    </Page>
  );
}
