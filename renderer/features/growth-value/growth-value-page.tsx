import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments, IconGift } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { BookDialog } from './book-dialog';
import { ExportSummary } from './export-summary';
import { GrowthTotals } from './growth-totals';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { LevelsCard } from './levels-card';
import { PrivilegesCard } from './privileges-card';
import { RedemptionsCard } from './redemptions-card';
import { RulesDialog } from './rules-dialog';
import { NearlyUpCard, SoonGoneCard } from './tell-cards';
import { useGrowthOverview } from './use-growth';

/** Points, levels and what they are good for, over everybody. */
export function GrowthValuePage() {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const overview = useGrowthOverview();
  const [isBooking, booking] = useDisclosure(false);
  const [isEditing, editing] = useDisclosure(false);
  const hasPeople = overview !== undefined && overview.members > 0;
  return (
    <Page
      testId="page-growth-value"
      title={t('title')}
      subtitle={
        overview &&
        t('state', {
          members: format.count(overview.members),
          holders: format.count(overview.holders),
          balance: format.count(overview.balance),
        })
      }
      actions={
        hasPeople && (
          <>
            <ExportSummary levels={overview.settings.levels} />
            <Button
              variant="default"
              data-testid="growth-rules"
              leftSection={<IconAdjustments size={16} stroke={1.75} />}
              onClick={editing.open}
            >
              {t('editRules')}
            </Button>
            <Button
              data-testid="growth-book"
              leftSection={<IconGift size={16} stroke={1.75} />}
              onClick={booking.open}
            >
              {t('book')}
            </Button>
          </>
        )
      }
      ready={overview !== undefined}
    >
      {overview && !hasPeople && <EmptyState title={t('empty')} text={t('emptyText')} />}
      {hasPeople && (
        <div className={classes.page}>
          <div className={classes.wide}>
            <GrowthTotals overview={overview} />
          </div>
          <div className={classes.wide}>
            <LevelsCard overview={overview} />
          </div>
          <div className={classes.column}>
            <PrivilegesCard levels={overview.settings.levels} />
            <RedemptionsCard />
          </div>
          <div className={classes.column}>
            <NearlyUpCard overview={overview} />
            <SoonGoneCard overview={overview} />
          </div>
        </div>
      )}
      {isBooking && <BookDialog onClose={booking.close} />}
      {isEditing && overview && <RulesDialog overview={overview} onClose={editing.close} />}
    </Page>
  );
}
