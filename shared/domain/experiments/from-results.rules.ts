import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import type { ExperimentUnit } from './experiment.schema';

export type TakenReading = {
  unitId: string;
  exposed?: number;
  converted?: number;
  shared?: number;
  dwellSeconds?: number;
};

/**
 * Readings as the results of the arms' items tell them: seen = reach (else opens), converted =
 * orders (else participants), shared = shares, seconds = the average. A unit of one group takes the
 * row of its item in that group; several rows of it are joined. Units without rows are absent.
 */
export function readingsFromResults(
  units: readonly ExperimentUnit[],
  results: readonly ContentResult[],
): TakenReading[] {
  return units.flatMap((unit) => {
    const own = results.filter(
      (row) =>
        row.contentItemId !== undefined &&
        row.contentItemId === unit.itemId &&
        (unit.groupId === undefined || row.groupId === unit.groupId),
    );
    const exposed = total(own, (row) => row.reach ?? row.opens);
    const converted = total(own, (row) => row.orders ?? row.participants);
    const shared = total(own, (row) => row.shares);
    const timed = own.filter((row) => row.averageSeconds !== undefined);
    const weight = (row: ContentResult) => row.reach ?? row.opens ?? 1;
    const people = timed.reduce((sum, row) => sum + weight(row), 0);
    const seconds = timed.reduce((sum, row) => sum + weight(row) * (row.averageSeconds ?? 0), 0);
    const reading: TakenReading = {
      unitId: unit.id,
      ...(exposed !== undefined && { exposed }),
      ...(converted !== undefined && { converted }),
      ...(shared !== undefined && { shared }),
      ...(people > 0 && { dwellSeconds: seconds / people }),
    };
    return Object.keys(reading).length > 1 ? [reading] : [];
  });
}

function total(
  rows: readonly ContentResult[],
  of: (row: ContentResult) => number | undefined,
): number | undefined {
  const known = rows.flatMap((row) => of(row) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, n) => sum + n, 0);
}
