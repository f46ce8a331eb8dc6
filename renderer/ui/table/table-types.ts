import type { ReactNode } from 'react';

export type TableColumn<Row, Id extends string = string> = {
  id: Id;
  label: string;
  /** A track of CSS grid: `minmax(120px, 2fr)`. */
  width: string;
  isNumber?: boolean;
  isSortable?: boolean;
  render: (row: Row) => ReactNode;
};

export type TableSort<Id extends string = string> = { id: Id; direction: 'asc' | 'desc' };

export type TableSelection = {
  has: (id: string) => boolean;
  /** `isRange`: everything from the row toggled before. */
  toggle: (id: string, index: number, isRange: boolean) => void;
  toggleAll: () => void;
  state: 'none' | 'some' | 'all';
  labels: { all: string; one: string };
};
