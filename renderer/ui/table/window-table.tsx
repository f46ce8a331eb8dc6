import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import type { TableColumn, TableSelection, TableSort } from './table-types';
import { useRowCursor } from './use-row-cursor';
import classes from './window-table.module.css';

/** Chromium draws no element taller than this, so a longer list ends there and says so. */
const TALLEST_PX = 33_000_000;
const OVERSCAN = 8;
const OUTLINE_ROWS = 12;
const CHECKBOX_TRACK = '40px';

type WindowTableProps<Row, Id extends string> = {
  label: string;
  columns: readonly TableColumn<Row, Id>[];
  /** Narrower than this the table scrolls sideways. */
  minWidthPx: number;
  /** `undefined` while it is not known: the outline of a list is shown then, after a moment. */
  total: number | undefined;
  rowAt: (index: number) => Row | undefined;
  idOf: (row: Row) => string;
  rowTestId: string;
  /** Attributes that tell rows apart from outside: `data-member-id`. */
  rowData?: (row: Row) => Record<string, string>;
  onRange: (from: number, to: number) => void;
  sort?: TableSort<Id>;
  onSort?: (id: Id) => void;
  openId?: string;
  onOpen: (row: Row) => void;
  selection?: TableSelection;
  /** Said under the last row when the list is longer than can be scrolled. */
  cutNote: string;
  /** Lists under another key begin at the top. */
  scrollKey: string;
  scrollRef?: RefObject<HTMLDivElement | null>;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
};

/** A table of any length: only what is in view exists. Arrow keys walk, Enter opens, Space selects. */
export function WindowTable<Row, Id extends string>(props: WindowTableProps<Row, Id>) {
  const {
    columns,
    total = OUTLINE_ROWS,
    rowAt,
    idOf,
    openId,
    selection,
    onRange,
    onOpen,
    scrollKey,
  } = props;
  const ownRef = useRef<HTMLDivElement | null>(null);
  const scroller = props.scrollRef ?? ownRef;
  const gridId = useId();
  const [rowPx] = useState(readRowHeight);
  const count = Math.min(total, Math.floor(TALLEST_PX / rowPx));
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    // Rows stand there at once, before the first measurement.
    initialRect: { width: 1000, height: 560 },
    // The head stands above the rows and stays in sight, so both ends reckon with it.
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
  });
  const cursor = useRowCursor({
    count,
    pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 560) / rowPx) - 2),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onEnter: (index) => withRow(index, onOpen),
    onMove: (index) => openId !== undefined && withRow(index, onOpen),
    onSpace: (index) => withRow(index, (row) => selection?.toggle(idOf(row), index, false)),
    onSelectAll: selection?.toggleAll,
  });
  const { moveTo } = cursor;
  const latest = useRef(onOpen);
  latest.current = onOpen;
  const pick = useCallback(
    (index: number, row: Row | undefined) => {
      moveTo(index);
      if (row !== undefined) latest.current(row);
    },
    [moveTo],
  );
  function withRow(index: number, use: (row: Row) => void) {
    const row = rowAt(index);
    if (row !== undefined) use(row);
  }

  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items[items.length - 1]?.index ?? 0;
  useEffect(() => onRange(from, to), [from, to, onRange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what starts a list anew
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    cursor.forget();
  }, [scrollKey]);

  const tracks = useMemo(() => {
    const own = columns.map((column) => column.width);
    return (selection ? [CHECKBOX_TRACK, ...own] : own).join(' ');
  }, [columns, selection]);
  const hasCursor = cursor.index !== undefined && cursor.index < count;

  return (
    <div ref={scroller} className={classes.scroller}>
      <table
        className={classes.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows arrows walk
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-multiselectable={selection !== undefined}
        {...(hasCursor ? { 'aria-activedescendant': `${gridId}-${cursor.index}` } : {})}
        onKeyDown={cursor.onKeyDown}
        style={{ '--q-tracks': tracks, '--q-table-min': `${props.minWidthPx}px` } as CSSProperties}
      >
        <TableHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          selection={selection}
        />
        <tbody className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            const id = row === undefined ? undefined : idOf(row);
            return (
              <TableRow
                key={item.key}
                domId={`${gridId}-${item.index}`}
                index={item.index}
                top={item.start - rowPx}
                row={row}
                rowId={id}
                columns={columns}
                isOpen={id !== undefined && id === openId}
                isAtCursor={cursor.index === item.index}
                testId={props.rowTestId}
                rowData={props.rowData}
                selection={selection}
                onPick={pick}
              />
            );
          })}
        </tbody>
      </table>
      {total === 0 && <div className={classes.empty}>{props.empty}</div>}
      {count < total && <p className={classes.cut}>{props.cutNote}</p>}
    </div>
  );
}

/** The token, so that large text gets taller rows. */
function readRowHeight(): number {
  const style = getComputedStyle(document.documentElement).getPropertyValue('--q-row');
  return Number.parseFloat(style) || 36;
}
