type Starter = {
  key: 'freeShipping' | 'firstPick' | 'gift' | 'voucher' | 'early' | 'birthday';
  points: number;
  costFen: number;
  levels?: string[];
};

/** Ready-made privileges; names come from the messages, prices are a proposal. */
export const STARTERS: readonly Starter[] = [
  { key: 'freeShipping', points: 100, costFen: 600 },
  { key: 'firstPick', points: 200, costFen: 0, levels: ['silver', 'gold', 'black'] },
  { key: 'gift', points: 150, costFen: 300 },
  { key: 'voucher', points: 250, costFen: 500 },
  { key: 'early', points: 300, costFen: 0, levels: ['gold', 'black'] },
  { key: 'birthday', points: 500, costFen: 2000, levels: ['gold', 'black'] },
];
