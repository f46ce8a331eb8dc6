import { memo } from 'react';
import type { TableColumn, TableSelection } from './table-types';
import classes from './window-table.module.css';

type TableRowProps<Row, Id extends string> = {
  domId: string;
  index: number;
  top: number;
  /** Absent while its block is still on its way. */
  row: Row | undefined;
  rowId: string | undefined;
  columns: readonly TableColumn<Row, Id>[];
  isOpen: boolean;
  isAtCursor: boolean;
  testId: string;
  rowData: ((row: Row) => Record<string, string>) | undefined;
  selection: TableSelection | undefined;
  onPick: (index: number, row: Row | undefined) => void;
};

/** Scrolling moves rows but changes none, so those in view are drawn once. */
export const TableRow = memo(PlainRow) as typeof PlainRow;

function PlainRow<Row, Id extends string>(props: TableRowProps<Row, Id>) {
  const { row, rowId, selection, columns } = props;
  const isSelected = rowId !== undefined && selection?.has(rowId) === true;
  return (
    <tr
      id={props.domId}
      className={classes.row}
      aria-rowindex={props.index + 2}
      {...(selection ? { 'aria-selected': isSelected } : {})}
      data-open={props.isOpen}
      data-cursor={props.isAtCursor}
      {...(row === undefined ? {} : { 'data-testid': props.testId, ...props.rowData?.(row) })}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onPick(props.index, row)}
    >
      {selection && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click from opening the row
        <td className={classes.check} onClick={(event) => event.stopPropagation()}>
          {rowId !== undefined && (
            <input
              type="checkbox"
              className={classes.tick}
              tabIndex={-1}
              aria-label={selection.labels.one}
              checked={isSelected}
              onClick={(event) => selection.toggle(rowId, props.index, event.shiftKey)}
              readOnly
            />
          )}
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} className={classes.cell} data-number={column.isNumber === true}>
          {row === undefined ? <i className={classes.waiting} /> : column.render(row)}
        </td>
      ))}
    </tr>
  );
}
