import { ActionIcon, Button, Loader, Modal, SegmentedControl } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPhoto,
  IconPrinter,
} from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { useFormat } from '@/app/use-format';
import { bridge } from '@/platform/bridge';
import { useEscape } from '@/ui/use-escape';
import { useReturnFocus } from '@/ui/use-return-focus';
import { paperPages, posters } from './make-sheets';
import { PagePreview } from './page-preview';
import { PRINT_SPANS, type PrintSpan, usePrintChoices } from './print-choices';
import { shiftSpan, spanRange } from './print-days';
import classes from './print-dialog.module.css';
import { PrintOptions } from './print-options';
import { usePrintOrder } from './use-print-order';
import { type PrintWay, usePrintOutput } from './use-print-output';
import { weekPrintMessages } from './week-print.messages';

type PrintDialogProps = {
  day: string;
  view: PrintSpan;
  onClose: () => void;
  /** Gives the caller the way to paper while the dialog is open. */
  onReady: (print: (() => void) | undefined) => void;
};

const WAYS = [
  { way: 'pdf', icon: IconFileTypePdf },
  { way: 'png', icon: IconPhoto },
  { way: 'copy', icon: IconCopy },
  { way: 'xlsx', icon: IconFileSpreadsheet },
] as const satisfies { way: PrintWay; icon: typeof IconPhoto }[];

/** Choices on the left, the very pages on the right, five ways out. */
export function PrintDialog({ day: firstDay, view, onClose, onReady }: PrintDialogProps) {
  useReturnFocus();
  useEscape(true, onClose);
  const t = useMessages(weekPrintMessages);
  const language = useLanguage();
  const format = useFormat();
  const [span, setSpan] = useState<PrintSpan>(view);
  const [day, setDay] = useState(firstDay);
  const [choices, change] = usePrintChoices();
  const order = usePrintOrder(span, day, choices);
  const output = usePrintOutput(span, day);
  const latest = useRef(output);
  latest.current = output;

  const settingsRef = useRef<HTMLDivElement | null>(null);

  useEffect(() => {
    // The dialog's focus trap leaves the choices scrolled by some pixels.
    const frame = requestAnimationFrame(() => settingsRef.current?.scrollTo({ top: 0 }));
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    void bridge.preparePrint().catch(() => undefined);
  }, []);
  useEffect(() => {
    onReady(() => void latest.current.run('paper'));
    return () => onReady(undefined);
  }, [onReady]);

  const isPoster = choices.shows === 'poster';
  const shown = useMemo(() => {
    if (!order) return undefined;
    if (!isPoster) return paperPages(order);
    const all = posters(order);
    return { style: all[0]?.style ?? '', pages: all.flatMap(({ pages }) => pages) };
  }, [order, isPoster]);
  const paper = isPoster
    ? undefined
    : { size: choices.size, isLandscape: choices.isLandscape[span] };
  const count = shown?.pages.length ?? 0;

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="min(1280px, 97vw)"
      yOffset="2.5vh"
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.columns} data-testid="cal-print-dialog">
        <div className={classes.side}>
          <div className={classes.settings} ref={settingsRef}>
            <SegmentedControl
              fullWidth
              size="sm"
              value={span}
              aria-label={t('span')}
              data={PRINT_SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
              onChange={(value) => setSpan(value as PrintSpan)}
            />
            <div className={classes.when}>
              <ActionIcon
                variant="default"
                size={30}
                aria-label={t('earlier')}
                onClick={() => setDay((now) => shiftSpan(span, now, -1))}
              >
                <IconChevronLeft size={16} aria-hidden />
              </ActionIcon>
              <span>{spanRange(span, day, language)}</span>
              <ActionIcon
                variant="default"
                size={30}
                aria-label={t('later')}
                onClick={() => setDay((now) => shiftSpan(span, now, 1))}
              >
                <IconChevronRight size={16} aria-hidden />
              </ActionIcon>
            </div>
            <PrintOptions span={span} choices={choices} onChange={change} order={order} />
          </div>
          <div className={classes.actions}>
            <Button
              data-testid="cal-print-paper"
              data-autofocus
              disabled={!order || (output.busy !== undefined && output.busy !== 'paper')}
              loading={output.busy === 'paper'}
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void output.run('paper')}
            >
              {t('print')}
            </Button>
            {WAYS.map(({ way, icon: Icon }) => (
              <Button
                key={way}
                variant="default"
                px={8}
                data-testid={`cal-print-${way}`}
                disabled={!order || (output.busy !== undefined && output.busy !== way)}
                loading={output.busy === way}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => void output.run(way)}
              >
                {t(`way.${way}`)}
              </Button>
            ))}
          </div>
        </div>
        <div className={classes.paper}>
          <div className={classes.bar}>
            <SegmentedControl
              size="xs"
              value={choices.shows}
              aria-label={t('preview')}
              data={[
                { value: 'paper', label: t('shows.paper') },
                { value: 'poster', label: t('shows.poster') },
              ]}
              onChange={(value) => change({ shows: value === 'poster' ? 'poster' : 'paper' })}
            />
            <span data-testid="cal-print-count" data-pages={count}>
              {isPoster
                ? t('posterCount', { count, n: format.count(count) })
                : t('pageCount', { count, n: format.count(count) })}
            </span>
          </div>
          {shown ? (
            <PagePreview sheets={shown} paper={paper} label={t('preview')} />
          ) : (
            <Loader size="sm" m="auto" />
          )}
        </div>
      </div>
    </Modal>
  );
}
