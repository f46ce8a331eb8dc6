import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import type { AssetLine } from '@/workers/assets/asset-types';
import { AssetCard, type AssetLook } from './asset-card';
import classes from './asset-grid.module.css';

const CARD_PX = { width: 168, height: 224 } as const;
const LINE_PX = 56;

type AssetGridProps = {
  lines: readonly AssetLine[];
  look: AssetLook;
  openId: string | undefined;
  missing: ReadonlySet<string>;
  label: string;
  onOpen: (id: string) => void;
};

/** Any number of files: only the rows in view exist. Arrow keys walk, Enter opens. */
export function AssetGrid({ lines, look, openId, missing, label, onOpen }: AssetGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize();
  const columns = look === 'list' ? 1 : Math.max(1, Math.floor((width || 900) / CARD_PX.width));
  const virtual = useVirtualizer({
    count: Math.ceil(lines.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => (look === 'list' ? LINE_PX : CARD_PX.height),
    overscan: 3,
    initialRect: { width: 1000, height: 560 },
  });
  const focus = (index: number) => {
    virtual.scrollToIndex(Math.floor(index / columns));
    // The row may have to come into being first.
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const own = (event.target as HTMLElement).dataset.index;
    if (own === undefined) return;
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Number(own) + step;
    if (next >= 0 && next < lines.length) focus(next);
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      <section
        ref={ref}
        aria-label={label}
        className={classes.field}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map((row) => (
          <div
            key={row.key}
            className={classes.row}
            data-look={look}
            style={{
              height: row.size,
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {lines.slice(row.index * columns, (row.index + 1) * columns).map((line, at) => (
              <AssetCard
                key={line.id}
                line={line}
                index={row.index * columns + at}
                look={look}
                isOpen={line.id === openId}
                isMissing={missing.has(line.id)}
                onOpen={() => onOpen(line.id)}
              />
            ))}
          </div>
        ))}
      </section>
    </div>
  );
}
