import { ActionIcon, TextInput } from '@mantine/core';
import {
  FIGURE_KEYS,
  type FigureKey,
  type Figures,
  figuresOf,
  typedResultId,
} from '@shared/domain/content-results/figures.rules';
import { addDays } from '@shared/lib/time';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { contentResultsMessages } from '../content-results.messages';
import { type ItemWithResults, isOut, itemsWithResults } from '../content-results.queries';
import { FigureRemarks } from './figure-remarks';
import { figuresMessages } from './figures.messages';
import classes from './figures.module.css';
import { useFigureDraft } from './use-figure-draft';

/** Yesterday's sent items, a row each, to be filled in one go. */
export function QuickTable({ today }: { today: string }) {
  const t = useMessages(figuresMessages);
  const words = useMessages(contentResultsMessages);
  const format = useFormat();
  const [back, setBack] = useState(1);
  const day = addDays(today, -back);
  const all = useLive(() => itemsWithResults(day, day), [day]);
  const rows = all?.filter(({ item, results }) => isOut(item) || results.length > 0) ?? [];
  return (
    <Card
      title={t('quickTitle')}
      actions={
        <span className={classes.day}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('dayBefore')}
            onClick={() => setBack(back + 1)}
          >
            <IconChevronLeft size={18} stroke={1.75} />
          </ActionIcon>
          <span data-testid="quick-day">{format.dayWithWeekday(day)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('dayAfter')}
            disabled={back === 0}
            onClick={() => setBack(back - 1)}
          >
            <IconChevronRight size={18} stroke={1.75} />
          </ActionIcon>
        </span>
      }
    >
      <div className={classes.stack} data-testid="quick-results">
        <p className={classes.quiet}>
          {all &&
            t(rows.length > 0 ? 'quickLead' : 'quickNone', {
              day: format.day(day),
              n: rows.length,
            })}
        </p>
        {rows.length > 0 && (
          <div className={classes.scroll}>
            <table className={classes.quick} aria-label={t('quickTitle')}>
              <thead>
                <tr>
                  <th scope="col">{t('item')}</th>
                  {FIGURE_KEYS.map((key) => (
                    <th key={key} scope="col">
                      {words(`figure.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <QuickRow key={row.item.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {rows.length > 0 && <p className={classes.quiet}>{t('hint')}</p>}
      </div>
    </Card>
  );
}

function QuickRow({ row: { item, results } }: { row: ItemWithResults }) {
  const words = useMessages(wordsMessages);
  const typed: Figures = results.find(({ id }) => id === typedResultId(item.id)) ?? {};
  const known = figuresOf(results);
  return (
    <tr data-testid="quick-row" data-item-id={item.id}>
      <th scope="row">
        {item.title}
        <small>
          {words(`slot.${item.slot}`)} · {words(`form.${item.form}`)}
        </small>
        <FigureRemarks figures={known} />
      </th>
      {FIGURE_KEYS.map((figure) => (
        <td key={figure}>
          <QuickCell item={item} figure={figure} typed={typed} known={known} />
        </td>
      ))}
    </tr>
  );
}

type QuickCellProps = {
  item: ItemWithResults['item'];
  figure: FigureKey;
  typed: Figures;
  /** With what groups and reports told: shown where nothing is typed for all together. */
  known: Figures;
};

function QuickCell({ item, figure, typed, known }: QuickCellProps) {
  const words = useMessages(contentResultsMessages);
  const { text, setText, problem, save } = useFigureDraft({ item, figure, typed, known });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !save()) return;
    event.preventDefault();
    const cells = [...document.querySelectorAll<HTMLInputElement>(`[data-quick="${figure}"]`)];
    cells[cells.indexOf(event.currentTarget) + (event.shiftKey ? -step : step)]?.focus();
  };
  const shown = typed[figure] === undefined ? known[figure] : undefined;
  return (
    <TextInput
      size="xs"
      className={classes.cell}
      inputMode="decimal"
      aria-label={`${item.title} ${words(`figure.${figure}`)}`}
      data-quick={figure}
      placeholder={shown === undefined ? '' : String(figure === 'gmvFen' ? shown / 100 : shown)}
      value={text}
      error={problem}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => save()}
      onKeyDown={onKeyDown}
    />
  );
}
