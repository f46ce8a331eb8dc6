import { writeSample } from './write/write-sample';

/** The sample that the first-run choice imports: eight weeks of a young group of 120 people. */
export function writeResources(folder: string) {
  return writeSample(
    {
      members: 120,
      orders: 600,
      seed: 2026,
      days: 56,
      endDay: '2026-11-20',
      strangers: 4,
      hasUnpaid: true,
    },
    {
      folder,
      shape: 'generic',
      roster: ['xlsx'],
      orders: ['xlsx'],
      interactions: 400,
      names: {
        roster: 'sample-roster',
        orders: 'sample-orders',
        interactions: 'sample-interactions',
      },
    },
  );
}
