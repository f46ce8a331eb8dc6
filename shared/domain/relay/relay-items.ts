import { chineseNumber } from '@shared/lib/chinese-number';
import type { RelayItem, RelayProduct } from './relay.types';
import { resolveProduct } from './relay-products';
import { COUNT, PEOPLE, UNITS } from './relay-text';

const CANCEL = /取消|不要了|不要啦|不接了|退出|撤回|算了/;
const MONEY =
  /(?:共|合计|总共|一共|已付|付款|转账?)?\s*(?:[¥￥]\s*(\d+(?:\.\d{1,2})?)|(\d+(?:\.\d{1,2})?)\s*(?:元|块钱?))/;
const ADULTS = new RegExp(`(${COUNT})\\s*大(?:人)?\\s*(${COUNT})?\\s*小?(?:孩|朋友)?`);
const HEADS = new RegExp(
  `(?<![\\d.])[+x×*]?\\s*(${COUNT})\\s*(?:${PEOPLE})(?![\\u4e00-\\u9fff]*装)`,
);
const EACH = new RegExp(
  `(?:[一二两三四五六]种|全部|都)?(?:各(?:要|来)?|每样|每种|全要|都要)\\s*[+x×*]?\\s*(${COUNT})?\\s*(?:${UNITS})?`,
  'i',
);
const SEPARATOR = '\\s,,;;、/。和&|';
/** `10斤1袋`: the first is the size, the second the quantity. */
const SIZED = `\\s*[+x×*]?\\s*${COUNT}\\s*(?:袋|箱|份|盒|包|件|提|桶|筐)`;
const QUANTITY = new RegExp(
  `([^${SEPARATOR}+×*\\d]*?(?:\\d{1,2}号|[\\d.]+(?:斤|kg|g|克)(?:装|(?=${SIZED})))?[^${SEPARATOR}+×*\\d]*?)\\s*` +
    `(?:[+x×*]\\s*(${COUNT})\\s*(?:${UNITS})?|(?<![\\d.])(${COUNT})\\s*(?:${UNITS})(?!装|${SIZED}))`,
  'gi',
);
const THANKS =
  /^(?:谢谢|谢啦|感谢|辛苦|自提|送货|已付|要|来|加|接|拼|我要|再来|再加|再要|跟|团|买|收|定|订|打包|备注)/;

export type Content = {
  items: RelayItem[];
  people?: number;
  amountFen?: number;
  note: string;
  isCancelled: boolean;
  isCancelledInPart: boolean;
  hasUnknown: boolean;
};

function numberOf(text: string | undefined): number {
  if (text === undefined) return 1;
  if (text === '半') return 0.5;
  return /^\d+$/.test(text) ? Number(text) : (chineseNumber(text) ?? 1);
}

/** The text that is still to be understood; what was understood is cut out. */
type Desk = {
  text: string;
  products: readonly RelayProduct[];
  items: RelayItem[];
  hasUnknown: boolean;
  /** What a bare quantity means: the only product, or the whole 接龙. */
  only: string | undefined;
};

function cut(desk: Desk, start: number, length: number): void {
  desk.text = `${desk.text.slice(0, start)} ; ${desk.text.slice(start + length)}`;
}

function add(desk: Desk, product: string, quantity: number, isSure: boolean): void {
  const known = desk.items.find((item) => item.product === product);
  if (known) {
    known.quantity += quantity;
    known.isSure &&= isSure;
  } else {
    desk.items.push({ product, quantity, isSure });
  }
}

/** `68的一袋`: some call a product by its price, which tells it if no other costs the same. */
function namePrices(desk: Desk): void {
  for (const { name, priceFen } of desk.products) {
    const isTelling = desk.products.filter((other) => other.priceFen === priceFen).length === 1;
    if (priceFen === undefined || !isTelling || desk.products.length < 2) continue;
    const price = String(priceFen / 100).replace('.', '\\.');
    const called = new RegExp(
      `(?<![\\d.])${price}(?:元|块)?(?:的|一(?=[份箱袋盒]))\\s*(?=[+x×*\\d一二两三四五六七八九十份箱袋盒])`,
      'g',
    );
    desk.text = desk.text.replace(called, (found) => (found.includes('一') ? `${name}一` : name));
  }
}

function takeMoney(desk: Desk): number | undefined {
  const match = MONEY.exec(desk.text);
  const amount = match?.[1] ?? match?.[2];
  if (!match || amount === undefined) return undefined;
  cut(desk, match.index, match[0].length);
  return Math.round(Number(amount) * 100);
}

function takePeople(desk: Desk): number | undefined {
  const adults = ADULTS.exec(desk.text);
  if (adults?.[0].includes('小') || (adults && /大人?$/.test(adults[0].trim()))) {
    cut(desk, adults.index, adults[0].length);
    return numberOf(adults[1]) + (adults[2] === undefined ? 0 : numberOf(adults[2]));
  }
  const heads = HEADS.exec(desk.text);
  if (!heads) return undefined;
  cut(desk, heads.index, heads[0].length);
  return numberOf(heads[1]);
}

/** `苹果 梨 各1`, `各一份`, `全要`. */
function takeEach(desk: Desk): void {
  const each = EACH.exec(desk.text);
  if (!each || desk.products.length === 0) return;
  const quantity = numberOf(each[1]);
  const words = desk.text.slice(0, each.index).split(/[\s,,;;、/和&]+/);
  const named = words.flatMap((word) => resolveProduct(word, desk.products) ?? []);
  const all =
    named.length > 0 ? named : desk.products.map(({ name }) => ({ product: name, isSure: true }));
  for (const { product, isSure } of all) add(desk, product, quantity, isSure);
  const start = named.length > 0 ? 0 : each.index;
  cut(desk, start, each.index + each[0].length - start);
}

/** `A2 B1`, `AB`, `1号2份`, and `1x2` where the products have numbers. */
function takeCodes(desk: Desk): void {
  const letters = desk.products.map(({ code }) => code).filter((code) => /^[A-Z]$/.test(code));
  const numbers = desk.products.map(({ code }) => code).filter((code) => /^\d+$/.test(code));
  const take = (pattern: RegExp, isSure: boolean) => {
    for (let match = pattern.exec(desk.text); match; match = pattern.exec(desk.text)) {
      const found = resolveProduct(match[1] ?? '', desk.products);
      if (found) add(desk, found.product, numberOf(match[2]), isSure && match[2] !== undefined);
      cut(desk, match.index, match[0].length);
    }
  };
  if (letters.length > 0) {
    const set = letters.join('');
    const count = `\\s*(?:号|款)?\\s*[+x×*-]?\\s*(${COUNT})?\\s*(?:${UNITS})?`;
    take(
      new RegExp(`(?<![A-Z])([${set}])${count}(?=$|[^A-Z]|[${set}]\\s*[+x×*]?\\s*\\d)`, 'i'),
      true,
    );
  }
  if (numbers.length > 0) {
    const set = [...numbers].sort((a, b) => b.length - a.length).join('|');
    take(
      new RegExp(`(?<![\\d.])(${set})(?:号|款)\\s*[+x×*]?\\s*(${COUNT})?\\s*(?:${UNITS})?`, 'i'),
      true,
    );
    take(
      new RegExp(`(?<![\\d.])(${set})\\s*[x×*]\\s*(\\d{1,3})(?!\\d)\\s*(?:${UNITS})?`, 'i'),
      true,
    );
    take(
      new RegExp(`(?<![\\d.+x×*])(${set})\\s*\\+\\s*(\\d{1,3})(?!\\d)\\s*(?:${UNITS})?`, 'i'),
      false,
    );
  }
}

/** The product behind a quantity: `2份苹果`. */
function productBehind(desk: Desk, at: number): { word: string; length: number } | undefined {
  const tail = /^\s?([\u4e00-\u9fffA-Za-z]{1,12})/.exec(desk.text.slice(at));
  const word = tail?.[1];
  if (!tail || !word || THANKS.test(word)) return undefined;
  if (desk.products.length === 0)
    return tail[0].startsWith(' ') ? undefined : { word, length: tail[0].length };
  for (let length = word.length; length > 0; length -= 1) {
    const part = word.slice(0, length);
    if (resolveProduct(part, desk.products)) {
      return { word: part, length: tail[0].length - word.length + length };
    }
  }
  return undefined;
}

function addNamed(desk: Desk, word: string, quantity: number): void {
  const found = resolveProduct(word, desk.products);
  if (found) {
    add(desk, found.product, quantity, found.isSure);
    return;
  }
  if (desk.products.length > 0) desk.hasUnknown = true;
  add(desk, word, quantity, desk.products.length === 0);
}

function takeQuantities(desk: Desk): void {
  const source = desk.text;
  const spans: { start: number; end: number }[] = [];
  QUANTITY.lastIndex = 0;
  for (let match = QUANTITY.exec(source); match; match = QUANTITY.exec(source)) {
    const quantity = numberOf(match[2] ?? match[3]);
    let start = match.index;
    let end = QUANTITY.lastIndex;
    let word = (match[1] ?? '').replace(THANKS, '').trim();
    if (word === '') {
      // `苹果 2份`: the word in front, if it is free.
      const before = /([^\s,,;;、/。和&|]+)\s*$/.exec(source.slice(spans.at(-1)?.end ?? 0, start));
      const inFront = before?.[1]?.replace(THANKS, '') ?? '';
      const isProduct =
        inFront !== '' &&
        (desk.products.length === 0 || resolveProduct(inFront, desk.products) !== undefined);
      const behind = isProduct ? undefined : productBehind(desk, end);
      if (isProduct) {
        word = inFront;
        start -= before?.[0].length ?? 0;
      } else if (behind) {
        word = behind.word;
        end += behind.length;
        QUANTITY.lastIndex = end;
      }
    }
    if (word !== '') addNamed(desk, word, quantity);
    else add(desk, desk.only ?? '', quantity, desk.only !== undefined);
    spans.push({ start, end });
  }
  let text = source;
  for (const { start, end } of spans.reverse())
    text = `${text.slice(0, start)} ; ${text.slice(end)}`;
  desk.text = text;
}

/** Products without a quantity are one each, but that is a guess. */
function takeBareProducts(desk: Desk): void {
  for (const word of desk.text.split(/[\s,,;;、/和&]+/)) {
    if (word === '') continue;
    const counted = /^(.*[^\d.])(\d{1,2})$/.exec(word.replace(THANKS, ''));
    const named = counted && resolveProduct(counted[1] ?? '', desk.products);
    if (named) {
      add(desk, named.product, Number(counted[2]), named.isSure);
      desk.text = desk.text.replace(word, ';');
      continue;
    }
    const found = resolveProduct(word, desk.products);
    const isWhole =
      found && (found.product.includes(word) || desk.products.some(({ code }) => code === word));
    if (!found || !isWhole) continue;
    add(desk, found.product, 1, false);
    desk.text = desk.text.replace(word, ';');
  }
}

/** A number alone: how many, where there is one product only. */
function takeBareNumber(desk: Desk): void {
  if (desk.items.length > 0) return;
  const match = /(?<![\d.])(\d{1,2})(?![\d.])/.exec(desk.text);
  if (!match || desk.text.replace(match[0], '').replace(/[\s;,,。.]/g, '') !== '') return;
  const coded = desk.products.length > 1 ? resolveProduct(match[0], desk.products) : undefined;
  if (coded) add(desk, coded.product, 1, false);
  else add(desk, desk.only ?? '', Number(match[0]), false);
  desk.text = '';
}

function takeCancelled(desk: Desk): { isCancelled: boolean; isCancelledInPart: boolean } {
  const all = { isCancelled: true, isCancelledInPart: false };
  const none = { isCancelled: false, isCancelledInPart: false };
  if (/^[;\s]*-\s*\d{0,2}[;\s]*$/.test(desk.text) && /-/.test(desk.text)) {
    desk.text = '';
    return all;
  }
  const match = CANCEL.exec(desk.text);
  if (!match) return none;
  const around = desk.text.split(/[\s,,;;、/]+/).find((word) => word.includes(match[0]));
  const word = around?.replace(match[0], '') ?? '';
  const found = word === '' ? undefined : resolveProduct(word, desk.products);
  desk.text = desk.text.replace(around ?? match[0], found ? ';' : ` ${word} `);
  if (!found) return all;
  return { isCancelled: false, isCancelledInPart: true };
}

/** What stands behind a nickname: things with quantities, heads, money, cancellations, and a note. */
export function readContent(
  content: string,
  products: readonly RelayProduct[],
  title: string,
): Content {
  const only =
    products.length === 0 ? title : products.length === 1 ? products[0]?.name : undefined;
  const desk: Desk = { text: content, products, items: [], hasUnknown: false, only };
  const cancelled = takeCancelled(desk);
  namePrices(desk);
  const amountFen = takeMoney(desk);
  takeEach(desk);
  takeCodes(desk);
  const people = takePeople(desk);
  takeQuantities(desk);
  takeBareProducts(desk);
  if (people === undefined) takeBareNumber(desk);
  const note = desk.text
    .replace(/[;\s]+/g, ' ')
    .replace(/^[\s,,。.、+]+|[\s,,。、]+$/g, '')
    .trim();
  return {
    items: desk.items,
    ...(people !== undefined && { people }),
    ...(amountFen !== undefined && { amountFen }),
    note,
    ...cancelled,
    hasUnknown: desk.hasUnknown,
  };
}
