import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export type DataColumn = { key: string; label: ReactNode; isNumber?: boolean };

export type DataRow = {
  key: string;
  /** In the order of the columns. */
  cells: readonly ReactNode[];
  /** Turns the first cell into a button. */
  onOpen?: (() => void) | undefined;
  openLabel?: string;
  isQuiet?: boolean;
};

type DataTableProps = {
  label: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  testId?: string;
};

/** Figures as rows: the plain face of a chart. */
export function DataTable({ label, columns, rows, testId }: DataTableProps) {
  return (
    <table className={classes.table} aria-label={label} data-testid={testId}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-number={column.isNumber === true}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-quiet={row.isQuiet === true}>
            {columns.map((column, index) => {
              const cell = row.cells[index];
              return index === 0 ? (
                <th key={column.key} scope="row">
                  {row.onOpen ? (
                    <UnstyledButton
                      className={classes.open}
                      onClick={row.onOpen}
                      aria-label={row.openLabel}
                    >
                      {cell}
                    </UnstyledButton>
                  ) : (
                    cell
                  )}
                </th>
              ) : (
                <td key={column.key} data-number={column.isNumber === true}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
