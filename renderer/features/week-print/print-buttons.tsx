import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf, IconPhoto, IconPrinter } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { deferred } from '@/ui/deferred';
import { usePrintCommand } from '@/ui/print-command';
import type { PrintSpan } from './print-choices';
import { usePrintOutput } from './use-print-output';
import { weekPrintMessages } from './week-print.messages';

const { Part: PrintDialog, preload } = deferred(
  async () => (await import('./print-dialog')).PrintDialog,
);

const WAYS = [
  { way: 'pdf', icon: IconFileTypePdf },
  { way: 'png', icon: IconPhoto },
  { way: 'xlsx', icon: IconFileSpreadsheet },
] as const;

type PrintButtonsProps = {
  /** Any day of what is on screen. */
  day: string;
  view: PrintSpan;
  isReady: boolean;
};

/** The ways to paper and file for what the calendar shows: the dialog, and one click each. */
export function PrintButtons({ day, view, isReady }: PrintButtonsProps) {
  const t = useMessages(weekPrintMessages);
  const output = usePrintOutput(view, day);
  const [isOpen, setOpen] = useState(false);
  const printOpen = useRef<(() => void) | undefined>(undefined);
  const onReady = useCallback((print: (() => void) | undefined) => {
    printOpen.current = print;
  }, []);
  // The first time opens the dialog, from there on paper.
  usePrintCommand(
    useCallback(() => {
      if (printOpen.current) printOpen.current();
      else setOpen(true);
    }, []),
  );
  const prepare = () => {
    preload();
    void bridge.preparePrint().catch(() => undefined);
  };
  return (
    <Group gap={4} wrap="nowrap" onPointerEnter={prepare} onFocusCapture={prepare}>
      <Button
        variant="default"
        h={34}
        size="compact-md"
        data-testid="cal-print"
        disabled={!isReady}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('print')}
      </Button>
      {WAYS.map(({ way, icon: Icon }) => (
        <Tooltip key={way} label={t(`export.${way}`)}>
          <ActionIcon
            variant="default"
            size={34}
            data-testid={`cal-export-${way}`}
            aria-label={t(`export.${way}`)}
            disabled={!isReady || (output.busy !== undefined && output.busy !== way)}
            loading={output.busy === way}
            onClick={() => void output.run(way)}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      {isOpen && (
        <PrintDialog day={day} view={view} onReady={onReady} onClose={() => setOpen(false)} />
      )}
    </Group>
  );
}
