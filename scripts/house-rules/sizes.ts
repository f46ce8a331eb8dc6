import type { Source } from './sources';

const MOST_LINES = 500;

/** @returns the length below which the given share of the files lies */
export function quantile(lengths: readonly number[], share: number): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const findTooLong = (sources: readonly Source[]) =>
  sources
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ path, lines }) => `${path} has ${lines} lines: split it by job (at most ${MOST_LINES})`,
    );

const ROLE = '(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)*';
const KEBAB = new RegExp(`^[a-z0-9]+(?:-[a-z0-9]+)*${ROLE}\\.[a-z]+$`);

export const findBadNames = (sources: readonly Source[]) =>
  sources
    .filter(
      ({ path }) =>
        !path
          .split('/')
          .every((part, at, all) =>
            at === all.length - 1 ? KEBAB.test(part) : /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(part),
          ),
    )
    .map(
      ({ path }) => `${path}: name it in kebab-case, with its role as suffix (.rules, .queries …)`,
    );
