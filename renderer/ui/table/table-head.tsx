import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { TableColumn, TableSelection, TableSort } from './table-types';
import classes from './window-table.module.css';

type TableHeadProps<Row, Id extends string> = {
  columns: readonly TableColumn<Row, Id>[];
  sort: TableSort<Id> | undefined;
  onSort: ((id: Id) => void) | undefined;
  selection: TableSelection | undefined;
};

export function TableHead<Row, Id extends string>(props: TableHeadProps<Row, Id>) {
  const { columns, sort, onSort, selection } = props;
  return (
    <thead>
      <tr className={classes.head} aria-rowindex={1}>
        {selection && (
          <th className={classes.check}>
            <Checkbox
              size="xs"
              aria-label={selection.labels.all}
              checked={selection.state === 'all'}
              indeterminate={selection.state === 'some'}
              onChange={selection.toggleAll}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = sort?.id === column.id ? sort.direction : undefined;
          const ariaSort =
            direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
          return (
            <th
              key={column.id}
              className={classes.headCell}
              scope="col"
              data-number={column.isNumber === true}
              {...(column.isSortable ? { 'aria-sort': ariaSort } : {})}
            >
              {column.isSortable && onSort ? (
                <button
                  type="button"
                  className={classes.sort}
                  data-testid={`sort-${column.id}`}
                  onClick={() => onSort(column.id)}
                >
                  <span>{column.label}</span>
                  {direction === 'asc' && <IconArrowUp size={14} stroke={2} aria-hidden />}
                  {direction === 'desc' && <IconArrowDown size={14} stroke={2} aria-hidden />}
                </button>
              ) : (
                column.label
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
