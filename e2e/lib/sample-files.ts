import { join } from 'node:path';
import { withDefaults } from '../../scripts/sample/model/options';
import type { FileFormat } from '../../scripts/sample/shapes/shape';
import { type Truth, writeSample } from '../../scripts/sample/write/write-sample';

export type SampleFiles = { roster: string; orders: string; truth: Truth };

type Wanted = {
  members: number;
  orders: number;
  ordersAs?: FileFormat;
  /** Buyers who are on no roster. */
  strangers?: number;
  seed?: number;
};

/** Writes a roster and orders of invented people, as a leader keeps and exports them. */
export function writeSampleFiles(folder: string, wanted: Wanted): SampleFiles {
  const { ordersAs = 'csv', ...sizes } = wanted;
  const truth = writeSample(withDefaults(sizes), {
    folder,
    shape: 'generic',
    roster: ['xlsx'],
    orders: [ordersAs],
    interactions: 0,
  });
  return {
    roster: join(folder, truth.files.roster[0] ?? ''),
    orders: join(folder, truth.files.orders[0] ?? ''),
    truth,
  };
}
