export const PERSONAS = ['silver', 'youth', 'middle'] as const;
export type Persona = (typeof PERSONAS)[number];

export type PersonaHabits = {
  name: string;
  /** Share of all members. */
  share: number;
  /** How often they buy; only the ratios matter when the number of orders is given. */
  ordersPerWeek: number;
  /** The basket they have in mind: median and spread (sigma of a lognormal), and a hard upper end. */
  basketFen: number;
  basketSpread: number;
  basketLimitFen: number;
  /** Sunday … Saturday, mean about 1. */
  weekday: readonly number[];
  /** Midnight … 23 o'clock. */
  hours: readonly number[];
  bornFrom: number;
  bornTo: number;
  femaleShare: number;
};

/**
 * Three named personas after a published case of a fresh-food group in Hangzhou: 银发族 18 %, three
 * times a week, at most ¥50; Z世代 27 %, daily, ¥80; 新中产 55 %, five times a week, ¥120.
 */
export const HABITS: Record<Persona, PersonaHabits> = {
  silver: {
    name: '银发族',
    share: 0.18,
    ordersPerWeek: 3,
    basketFen: 3300,
    basketSpread: 0.28,
    basketLimitFen: 5000,
    weekday: [0.95, 1.02, 1.0, 1.02, 1.0, 1.03, 1.0],
    hours: [0, 0, 0, 0, 1, 5, 9, 11, 10, 8, 6, 4, 2, 2, 3, 4, 4, 4, 5, 7, 9, 5, 1, 0],
    bornFrom: 1944,
    bornTo: 1964,
    femaleShare: 0.68,
  },
  youth: {
    name: 'Z世代',
    share: 0.27,
    ordersPerWeek: 7,
    basketFen: 7600,
    basketSpread: 0.36,
    basketLimitFen: 26_000,
    weekday: [1.3, 0.82, 0.82, 0.86, 0.92, 1.0, 1.28],
    hours: [3, 1, 0, 0, 0, 0, 0, 1, 2, 2, 2, 4, 7, 4, 3, 3, 3, 5, 8, 10, 15, 17, 12, 7],
    bornFrom: 1996,
    bornTo: 2007,
    femaleShare: 0.64,
  },
  middle: {
    name: '新中产',
    share: 0.55,
    ordersPerWeek: 5,
    basketFen: 11_400,
    basketSpread: 0.38,
    basketLimitFen: 46_000,
    weekday: [1.32, 0.84, 0.82, 0.84, 0.9, 1.02, 1.26],
    hours: [1, 0, 0, 0, 0, 0, 1, 3, 4, 4, 4, 6, 8, 4, 3, 3, 3, 5, 7, 11, 18, 18, 9, 3],
    bornFrom: 1976,
    bornTo: 1995,
    femaleShare: 0.72,
  },
};

/** Golden-ratio sequence: whatever the number of members, the shares come out almost exactly. */
export function personaAt(index: number, seed: number): Persona {
  const place = (index * 0.618_033_988_749_895 + ((seed * 7919) % 1000) / 1000) % 1;
  if (place < HABITS.silver.share) return 'silver';
  return place < HABITS.silver.share + HABITS.youth.share ? 'youth' : 'middle';
}
