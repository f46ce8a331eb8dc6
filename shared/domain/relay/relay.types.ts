/** What the head of a 接龙 offers; `code` is the letter or number people order by. */
export type RelayProduct = {
  code: string;
  name: string;
  spec?: string;
  /** For one, in fen. */
  priceFen?: number;
};

/** `isSure` false: product or quantity was guessed and wants a look. */
export type RelayItem = { product: string; quantity: number; isSure: boolean };

export const RELAY_DOUBTS = [
  /** No nickname in front of the content. */
  'no-name',
  /** Nickname and product stand in one word. */
  'name-glued',
  /** Something is ordered, but what or how many was guessed. */
  'item-guessed',
  /** A product that the head does not list. */
  'product-unknown',
  /** Nothing behind the nickname. */
  'empty',
  /** Taken back, wholly or in part. */
  'cancelled',
  /** Another entry has the same number. */
  'number-twice',
  /** The same person stands twice in the list. */
  'person-twice',
  /** In an earlier copy of the list only: two people copied it at once. */
  'earlier-only',
] as const;
export type RelayDoubt = (typeof RELAY_DOUBTS)[number];

export type RelayEntry = {
  number: number;
  /** As pasted, without the number; lines joined by a line break. */
  raw: string;
  nickname: string;
  /** A name in brackets behind the nickname. */
  realName?: string;
  /** E.164. */
  phone?: string;
  /** Building and room as written: `12-301`, `3号楼502`. */
  address?: string;
  items: RelayItem[];
  /** How many come, where people are counted (`2人`, `2大1小`). */
  people?: number;
  /** An amount that stands in the entry itself, in fen. */
  amountFen?: number;
  note: string;
  isCancelled: boolean;
  doubts: RelayDoubt[];
};

export type Relay = {
  title: string;
  /** What else stands above the list, examples left out. */
  description: string[];
  products: RelayProduct[];
  entries: RelayEntry[];
  /** Lines behind the list that belong to nobody. */
  leftover: string[];
};
