import type { Format } from '@/ui/format';

const FEN_PER_YUAN = 100;

/** An estimate in whole yuan: its error is far above the fen. */
export function roundedEstimate(fen: number, format: Format): string {
  const rounded = Math.round(fen / FEN_PER_YUAN) * FEN_PER_YUAN;
  return format.moneySummary(rounded).replace(/\.00$/, '');
}
