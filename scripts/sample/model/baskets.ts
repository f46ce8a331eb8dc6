import type { OrderLine } from '@shared/domain/orders/order.schema';
import { MOST_OF_ONE, type Shelf } from '../goods/shelf';
import { HABITS, type Persona } from '../personas';
import type { Random } from '../random';

export type Basket = { lines: OrderLine[]; goodsFen: number };

const MOST_LINES = 8;
const MOST_MISSES = 6;

function quantityOf(random: Random, isShop: boolean): number {
  if (isShop) return random.between(2, MOST_OF_ONE);
  return random.isHit(0.8) ? 1 : random.between(2, 3);
}

function holds(lines: readonly OrderLine[], product: string): boolean {
  for (const line of lines) if (line.product === product) return true;
  return false;
}

/**
 * Fills a basket towards the sum that the buyer has in mind. `scale` is 1 for a household; a shop
 * takes a multiple of it.
 */
export function fillBasket(random: Random, persona: Persona, shelf: Shelf, scale: number): Basket {
  const habits = HABITS[persona];
  const wished = habits.basketFen * Math.exp(habits.basketSpread * random.normal()) * scale;
  const target = Math.min(wished, habits.basketLimitFen * scale * 0.97);
  const lines: OrderLine[] = [];
  let goodsFen = 0;
  let misses = 0;
  while (misses < MOST_MISSES && lines.length < MOST_LINES && goodsFen < target * 0.88) {
    const index = shelf.picks[persona].draw(random);
    const choices = shelf.lines[index];
    const priceFen = shelf.priceFen[index] ?? 0;
    const room = Math.min(target * 1.12, habits.basketLimitFen * scale) - goodsFen;
    if (!choices || priceFen > room || holds(lines, choices[0]?.product ?? '')) {
      misses++;
      continue;
    }
    const quantity = Math.min(Math.floor(room / priceFen), quantityOf(random, scale > 1));
    const line = choices[quantity - 1];
    if (!line) continue;
    goodsFen += line.amountFen ?? 0;
    lines.push(line);
  }
  if (lines.length > 0) return { lines, goodsFen };
  // Nothing fitted what the buyer wanted to spend: the bunch of greens that everybody takes.
  const greens = shelf.lines[0]?.[0];
  return { lines: greens ? [greens] : [], goodsFen: greens?.amountFen ?? 0 };
}
