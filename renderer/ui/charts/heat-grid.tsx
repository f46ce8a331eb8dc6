import { UnstyledButton } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import classes from './heat-grid.module.css';
import { useCellCursor } from './use-cell-cursor';

export type HeatCell = {
  key: string;
  /** 0 palest to 1 fullest. */
  heat: number;
  value: string;
  note?: string | undefined;
  /** The whole cell in words, for those who do not see the grid and as its hint. */
  label: string;
  onOpen?: (() => void) | undefined;
  /** Edged: stands for itself, not for a part of the range (a diagonal, a chosen cell). */
  isMarked?: boolean;
  /** Too little stands behind it: hatched, its shade says nothing. */
  isThin?: boolean;
};

export type HeatRow = {
  key: string;
  label: ReactNode;
  note?: ReactNode;
  cells: readonly (HeatCell | undefined)[];
};

type HeatGridProps = {
  label: string;
  /** What rows and columns stand for. */
  corner?: ReactNode;
  columns: readonly { key: string; label: ReactNode; note?: ReactNode }[];
  rows: readonly HeatRow[];
  testId?: string;
  isDense?: boolean;
};

/** A grid of shades with the number in each cell; cells open what they stand for. */
export function HeatGrid(props: HeatGridProps) {
  const { label, corner, columns, rows, testId, isDense = false } = props;
  const cursor = useCellCursor(firstCell(rows));
  return (
    <table
      className={classes.grid}
      aria-label={label}
      data-testid={testId}
      data-dense={isDense}
      onKeyDown={cursor.onKeyDown}
    >
      <thead>
        <tr>
          <td className={classes.corner}>{corner}</td>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
              {column.note !== undefined && <small>{column.note}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={row.key}>
            <th scope="row">
              {row.label}
              {row.note !== undefined && <small>{row.note}</small>}
            </th>
            {columns.map((column, c) => {
              const cell = row.cells[c];
              return (
                <td key={column.key}>{cell && <Cell cell={cell} stop={cursor.cell(r, c)} />}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function firstCell(rows: readonly HeatRow[]): string | undefined {
  for (const [r, row] of rows.entries()) {
    const c = row.cells.findIndex((cell) => cell?.onOpen);
    if (c >= 0) return `${r},${c}`;
  }
  return undefined;
}

type CellProps = { cell: HeatCell; stop: ReturnType<ReturnType<typeof useCellCursor>['cell']> };

function Cell({ cell, stop }: CellProps) {
  const style = { '--heat': Math.min(1, Math.max(0, cell.heat)) } as CSSProperties;
  const inner = (
    <>
      <b>{cell.value}</b>
      {cell.note !== undefined && <small>{cell.note}</small>}
    </>
  );
  if (!cell.onOpen) {
    return (
      <span
        className={classes.cell}
        style={style}
        title={cell.label}
        data-marked={cell.isMarked === true}
        data-thin={cell.isThin === true}
      >
        {inner}
      </span>
    );
  }
  return (
    <UnstyledButton
      className={classes.cell}
      style={style}
      title={cell.label}
      aria-label={cell.label}
      data-marked={cell.isMarked === true}
      data-thin={cell.isThin === true}
      data-key={cell.key}
      onClick={cell.onOpen}
      {...stop}
    >
      {inner}
    </UnstyledButton>
  );
}
