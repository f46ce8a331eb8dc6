import type { PersonaSettings } from '@shared/domain/insights/persona/persona-settings.schema';

const FEN_PER_YUAN = 100;

/** Where the second and later frequency bands begin, in orders a week. */
export const frequencyLimits = (bands: PersonaSettings['frequencyBands']): number[] =>
  bands.slice(1).map((band) => band.fromPerWeek);

/** Bands that begin there; their keys say the limit, so the same limit keeps its key. */
export const frequencyBandsOf = (limits: readonly number[]): PersonaSettings['frequencyBands'] => [
  { key: 'f0', fromPerWeek: 0 },
  ...limits.map((from) => ({ key: `f${from}`, fromPerWeek: from })),
];

/** Where all order value bands but the last end, in yuan. */
export const valueLimits = (bands: PersonaSettings['orderValueBands']): number[] =>
  bands.slice(0, -1).map((band) => (band.upToFen ?? 0) / FEN_PER_YUAN);

export const valueBandsOf = (limits: readonly number[]): PersonaSettings['orderValueBands'] => [
  ...limits.map((to) => ({ key: `v${to}`, upToFen: Math.round(to * FEN_PER_YUAN) })),
  { key: 'above' },
];
