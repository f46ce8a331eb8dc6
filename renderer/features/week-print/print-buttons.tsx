import { Button } from '@mantine/core';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useWeekPrint } from './use-week-print';
import { weekPrintMessages } from './week-print.messages';

type PrintButtonsProps = {
  /** Any day of what is on screen. */
  day: string;
  view: 'week';
  isReady: boolean;
};

/** The ways to paper for what the calendar shows. */
export function PrintButtons({ day, isReady }: PrintButtonsProps) {
  const t = useMessages(weekPrintMessages);
  const week = useMemo(() => weekOf(day), [day]);
  const print = useWeekPrint({ week, edition: 'members' });
  return (
    <>
      <Button
        variant="default"
        h={34}
        size="compact-md"
        data-testid="cal-print"
        disabled={!isReady || print.isBusy}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void print.toPaper()}
      >
        {t('print')}
      </Button>
      <Button
        h={34}
        size="compact-md"
        data-testid="cal-export-pdf"
        disabled={!isReady}
        loading={print.isBusy}
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={() => void print.toPdf()}
      >
        {t('exportPdf')}
      </Button>
    </>
  );
}
