import type { FixCode } from './choices';
import type { CellProblem, RejectCode, WarningCode } from './problems';

const NONE: readonly never[] = [];

const isNoted = (list: readonly CellProblem[], { code, column, row }: CellProblem) =>
  list.some((one) => one.code === code && one.column === column && one.row === row);

/** What is noted about the record in hand, each cell once. `textOf`: a cell of the row in hand. */
export function createProblemLog(textOf: (column: number) => string) {
  let problems: CellProblem<RejectCode>[] = [];
  let warnings: CellProblem<WarningCode>[] = [];
  let isAside = false;

  function note<Code extends string>(
    list: CellProblem<Code>[],
    row: number,
    code: Code,
    column: number,
  ): CellProblem<Code> | undefined {
    if (isAside) return undefined;
    const text = column < 0 ? '' : textOf(column).slice(0, 200);
    const problem: CellProblem<Code> = { code, row: row + 1, column, text };
    if (isNoted(list as CellProblem[], problem as unknown as CellProblem)) return undefined;
    list.push(problem);
    return problem;
  }

  return {
    clear(): void {
      if (problems.length > 0) problems = [];
      if (warnings.length > 0) warnings = [];
    },
    reject(row: number, code: RejectCode, column: number, fix: FixCode | undefined): void {
      const problem = note(problems, row, code, column);
      if (!problem) return;
      if (fix) problem.fix = fix;
      // The cell for which the record is refused was not taken after all.
      const isOther = (one: CellProblem) => one.row !== row + 1 || one.column !== column;
      if (column >= 0 && warnings.length > 0) warnings = warnings.filter(isOther);
    },
    warn(row: number, code: WarningCode, column: number): void {
      note(warnings, row, code, column);
    },
    /** Reads without noting anything. */
    aside<T>(read: () => T): T {
      const before = isAside;
      isAside = true;
      try {
        return read();
      } finally {
        isAside = before;
      }
    },
    problems: (): readonly CellProblem<RejectCode>[] => (problems.length > 0 ? problems : NONE),
    warnings: (): readonly CellProblem<WarningCode>[] => (warnings.length > 0 ? warnings : NONE),
  };
}
