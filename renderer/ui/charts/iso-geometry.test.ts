import { describe, expect, it } from 'vitest';
import { cellPath, cornerAt, type Turn, turnCell, turnedSize } from './iso-geometry';

const size = { columns: 3, rows: 2 };
const turns: Turn[] = [0, 1, 2, 3];

describe('a face seen from above its corner', () => {
  it('keeps every cell within the turned face, each on a place of its own', () => {
    for (const turn of turns) {
      const turned = turnedSize(size, turn);
      const places = new Set<string>();
      for (let column = 0; column < size.columns; column += 1) {
        for (let row = 0; row < size.rows; row += 1) {
          const at = turnCell(column, row, size, turn);
          expect(at.column).toBeGreaterThanOrEqual(0);
          expect(at.column).toBeLessThan(turned.columns);
          expect(at.row).toBeGreaterThanOrEqual(0);
          expect(at.row).toBeLessThan(turned.rows);
          places.add(`${at.column},${at.row}`);
        }
      }
      expect(places.size).toBe(6);
    }
  });

  it('comes back to where it was after four quarter turns', () => {
    let at = { column: 2, row: 0 };
    let now = size;
    for (let step = 0; step < 4; step += 1) {
      at = turnCell(at.column, at.row, now, 1);
      now = turnedSize(now, 1);
    }
    expect(at).toEqual({ column: 2, row: 0 });
    expect(turnCell(2, 0, size, 2)).toEqual({ column: 0, row: 1 });
  });

  it('draws neighbours with a common edge', () => {
    expect(cornerAt(0, 0)).toEqual([0, 0]);
    const [, right, below] = cellPath(0, 0).slice(1).split('L');
    expect(cellPath(1, 0).startsWith(`M${right}L`)).toBe(true);
    expect(cellPath(1, 0)).toContain(`L${below}Z`);
  });
});
