import { Button, SegmentedControl } from '@mantine/core';
import type { OverwrittenValue } from '@shared/domain/sync/overwritten.schema';
import { IconCircleCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { letOverwrittenBe } from './overwritten.commands';
import { overwrittenMessages } from './overwritten.messages';
import classes from './overwritten.module.css';
import { MOST_SHOWN, readOverwritten, type Wanted } from './overwritten.queries';
import { type NameOfDevice, OverwrittenCard } from './overwritten-card';

/** Values that two people wrote at once and that lost: to look at, to take, to let be. */
export function OverwrittenList({ nameOf }: { nameOf: NameOfDevice }) {
  const t = useMessages(overwrittenMessages);
  const format = useFormat();
  const [wanted, setWanted] = useState<Wanted>('open');
  const list = useLive(() => readOverwritten(wanted), [wanted]);
  const count = list?.length ?? 0;

  async function keepAll(all: readonly OverwrittenValue[]): Promise<void> {
    try {
      await execute(letOverwrittenBe, { ids: all.map(({ id }) => id) });
      showDone(t('kept', { count: all.length, n: format.count(all.length) }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <div data-testid="sync-overwritten" data-count={count}>
      {count > 0 && <p className={classes.intro}>{t('intro')}</p>}
      <div className={classes.top}>
        <SegmentedControl
          aria-label={t('filterLabel')}
          size="xs"
          value={wanted}
          data={[
            { value: 'open', label: t('open') },
            { value: 'settled', label: t('settled') },
          ]}
          onChange={(value) => setWanted(value === 'settled' ? 'settled' : 'open')}
        />
        {wanted === 'open' && list !== undefined && count > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            data-testid="overwritten-keep-all"
            onClick={() => void keepAll(list)}
          >
            {t('keepAll')}
          </Button>
        )}
      </div>
      {list !== undefined && count === 0 && <Nothing wanted={wanted} />}
      {list !== undefined && count > 0 && <Cards key={wanted} list={list} nameOf={nameOf} />}
      {count === MOST_SHOWN && (
        <p className={classes.quiet}>{t('most', { n: format.count(MOST_SHOWN) })}</p>
      )}
    </div>
  );
}

function Nothing({ wanted }: { wanted: Wanted }) {
  const t = useMessages(overwrittenMessages);
  if (wanted === 'settled') return <p className={classes.intro}>{t('emptySettled')}</p>;
  return <EmptyState icon={IconCircleCheck} title={t('emptyTitle')} text={t('emptyText')} />;
}

const LIKELY_HEIGHT_PX = 108;

type CardsProps = { list: readonly OverwrittenValue[]; nameOf: NameOfDevice };

function Cards({ list, nameOf }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT_PX,
    getItemKey: (index) => list[index]?.id ?? index,
    overscan: 6,
  });
  return (
    <div className={classes.scroll} ref={scroller}>
      <div className={classes.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const lost = list[item.index];
          return lost ? (
            <div
              key={item.key}
              className={classes.item}
              data-index={item.index}
              ref={virtual.measureElement}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <OverwrittenCard lost={lost} nameOf={nameOf} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
