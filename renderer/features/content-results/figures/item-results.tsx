import { Button, Select } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import {
  FIGURE_KEYS,
  figuresOf,
  TOGETHER,
  typedResultId,
} from '@shared/domain/content-results/figures.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { partResult } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';
import { isOut, resultsOfItem } from '../content-results.queries';
import { FigureField } from './figure-field';
import { FigureRemarks } from './figure-remarks';
import { figuresMessages } from './figures.messages';
import classes from './figures.module.css';
import { ItemCreditLines } from './item-credit';

/** What an item brought: typed for all groups together or one by one, reported, and by orders. */
export function ItemResults({ item }: { item: ContentItem }) {
  const t = useMessages(figuresMessages);
  const [groupId, setGroupId] = useState(TOGETHER);
  const groups = useLive(() => readDb.rows('groups').all(), []);
  const results = useLive(() => resultsOfItem(item.id), [item.id]);
  if (!results || !groups) return null;
  const targets = groups.filter(
    ({ id }) => item.groupIds.length === 0 || item.groupIds.includes(id),
  );
  const own = groupId === TOGETHER ? undefined : groupId;
  const typed = results.find(({ id }) => id === typedResultId(item.id, own)) ?? {};
  const perGroup = results.filter((it) => it.source === 'typed' && it.groupId !== undefined).length;
  const isFuture = !isOut(item) && results.length === 0;
  return (
    <div className={classes.stack} data-testid="item-results" data-item-id={item.id}>
      {isFuture && <p className={classes.quiet}>{t('notOut')}</p>}
      {targets.length > 0 && (
        <Select
          size="xs"
          label={t('whose')}
          allowDeselect={false}
          value={groupId}
          data={[
            { value: TOGETHER, label: t('together') },
            ...targets.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => setGroupId(value ?? TOGETHER)}
        />
      )}
      <div className={classes.fields}>
        {FIGURE_KEYS.map((figure) => (
          <FigureField
            key={`${item.id} ${groupId} ${figure}`}
            item={item}
            groupId={own}
            figure={figure}
            typed={typed}
          />
        ))}
      </div>
      <p className={classes.quiet}>{t('hint')}</p>
      {perGroup > 0 && <p className={classes.quiet}>{t('perGroup', { n: perGroup })}</p>}
      <FigureRemarks figures={figuresOf(results)} />
      {results
        .filter(({ source }) => source !== 'typed')
        .map((result) => (
          <Reported key={result.id} result={result} />
        ))}
      <ItemCreditLines item={item} />
    </div>
  );
}

/** Figures that came with a report, and the way to part them from the item. */
function Reported({ result }: { result: ContentResult }) {
  const t = useMessages(figuresMessages);
  const words = useMessages(contentResultsMessages);
  const format = useFormat();
  const told = FIGURE_KEYS.flatMap((key) => {
    const value = result[key];
    if (value === undefined) return [];
    const shown = key === 'gmvFen' ? format.money(value) : format.count(value);
    return [t('sumOf', { key: words(`figure.${key}`), value: shown })];
  });
  const part = () =>
    execute(partResult, { resultId: result.id, isUnplanned: false }).then(
      () => showDone(t('takenOff'), { undo: true }),
      showProblem,
    );
  return (
    <p className={classes.line}>
      <span>
        {t('fromReport', { title: result.title })} · {told.join(' · ')}
      </span>
      <Button size="compact-xs" variant="subtle" onClick={() => void part()}>
        {t('takeOff')}
      </Button>
    </p>
  );
}
