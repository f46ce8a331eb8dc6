/** How a stack of grids is drawn without perspective, seen from above one of its corners. */
export type Turn = 0 | 1 | 2 | 3;

/** Half the width and half the height of a cell's rhombus. */
export const HALF_WIDTH = 34;
export const HALF_HEIGHT = 17;

type Size = { columns: number; rows: number };

/** Size of the face after quarter turns. */
export function turnedSize({ columns, rows }: Size, turn: Turn): Size {
  return turn % 2 === 0 ? { columns, rows } : { columns: rows, rows: columns };
}

/** Where a cell lies after quarter turns to the right. */
export function turnCell(column: number, row: number, size: Size, turn: Turn) {
  switch (turn) {
    case 0:
      return { column, row };
    case 1:
      return { column: size.rows - 1 - row, row: column };
    case 2:
      return { column: size.columns - 1 - column, row: size.rows - 1 - row };
    case 3:
      return { column: row, row: size.columns - 1 - column };
  }
}

/** A corner of the grid on paper; the face's upper corner is 0, 0. */
export function cornerAt(column: number, row: number): [number, number] {
  return [(column - row) * HALF_WIDTH, (column + row) * HALF_HEIGHT];
}

/** A closed path through corners. */
export function pathThrough(corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}

export function cellPath(column: number, row: number): string {
  return pathThrough([
    cornerAt(column, row),
    cornerAt(column + 1, row),
    cornerAt(column + 1, row + 1),
    cornerAt(column, row + 1),
  ]);
}
