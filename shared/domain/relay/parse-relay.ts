import { foldText } from '@shared/domain/import/cells/text-cell';
import type { Relay, RelayDoubt, RelayEntry, RelayProduct } from './relay.types';
import { readContent } from './relay-items';
import { isExample, type RawEntry, type RelayBlock, readBlocks } from './relay-lines';
import { splitNickname, takeKeys } from './relay-person';
import { readProducts } from './relay-products';

const MAX_TITLE = 200;
const CODED = /^[([【]?(?:[A-Z](?![A-Z])|\d{1,2}[.、:)\]】号])/i;

type Head = Pick<Relay, 'title' | 'description' | 'products'>;

function readHead(lines: readonly string[]): Head {
  const told = lines.filter((line) => !isExample(line));
  const products: RelayProduct[] = [];
  const description: string[] = [];
  let title = '';
  for (const line of told) {
    const found = readProducts(line);
    // A title may carry the price of the one thing that it is about.
    const isTitle = title === '' && !CODED.test(line);
    if (isTitle) title = line.slice(0, MAX_TITLE);
    else if (found.length === 0) description.push(line);
    for (const product of found) {
      if (!products.some(({ name, code }) => name === product.name && code === product.code)) {
        products.push(product);
      }
    }
  }
  if (title === '') title = (description.shift() ?? products[0]?.name ?? '').slice(0, MAX_TITLE);
  return { title, description, products: withoutTitle(products, title) };
}

/** Where the list names its products, a price in the title is only said once more. */
function withoutTitle(products: RelayProduct[], title: string): RelayProduct[] {
  if (products.length < 2) return products;
  const listed = products.filter(({ name, code }) => code !== '' || !title.includes(name));
  const isTitleSumming = listed.length > 0 && listed.some(({ code }) => code !== '');
  return isTitleSumming ? listed : products;
}

/** Whether a listed product's name begins here, long enough to tell. */
function productStarts(text: string, products: readonly RelayProduct[]): (at: number) => boolean {
  return (at) =>
    products.some(({ name, code }) => {
      const isBehindBlank = text[at - 1] === ' ';
      if (text.startsWith(name, at)) return true;
      if (/^[A-Z]$/.test(code) && isBehindBlank) {
        const pattern = new RegExp(`^${code}(?:\\s*[+x×*]?\\s*\\d|\\s*$|\\s|[A-Z]\\d?\\b)`);
        return pattern.test(text.slice(at));
      }
      if (/^\d+$/.test(code) && isBehindBlank) {
        if (new RegExp(`^${code}(?:号|\\s*[x×*+])`).test(text.slice(at))) return true;
      }
      if (!isBehindBlank) return false;
      const word = /^[^\s\d+x×*,，、]+/.exec(text.slice(at))?.[0] ?? '';
      return word.length >= 1 && name.includes(word) && /[\u4e00-\u9fff]/.test(word);
    });
}

function readEntry({ number, lines }: RawEntry, head: Head): RelayEntry {
  const raw = lines.join('\n');
  const keys = takeKeys(lines.join(', '));
  const split = splitNickname(keys.text, productStarts(keys.text, head.products));
  const content = readContent(split.content, head.products, head.title);
  const doubts: RelayDoubt[] = [];
  if (split.nickname === '' && !split.realName) doubts.push('no-name');
  if (split.isGlued) doubts.push('name-glued');
  if (content.items.some(({ isSure }) => !isSure)) doubts.push('item-guessed');
  if (content.hasUnknown) doubts.push('product-unknown');
  if (content.isCancelled || content.isCancelledInPart) doubts.push('cancelled');
  const isEmpty = content.items.length === 0 && content.people === undefined;
  if (isEmpty && !content.isCancelled) doubts.push('empty');
  return {
    number,
    raw,
    nickname: split.nickname,
    ...(split.realName && { realName: split.realName }),
    ...(keys.phone && { phone: keys.phone }),
    ...(keys.address && { address: keys.address }),
    items: content.items,
    ...(content.people !== undefined && { people: content.people }),
    ...(content.amountFen !== undefined && { amountFen: content.amountFen }),
    note: [split.aside, content.note].filter((part) => part !== '').join(' '),
    isCancelled: content.isCancelled,
    doubts,
  };
}

const personKey = (entry: RelayEntry) =>
  foldText(entry.nickname || entry.phone || entry.address || '');

function readOne(block: RelayBlock): Relay {
  const head = readHead(block.head);
  const entries = block.entries.map((entry) => readEntry(entry, head));
  return { ...head, entries, leftover: block.leftover };
}

/** The later copy tells; who stands in the earlier one only was lost by two copying at once. */
function merge(earlier: Relay, later: Relay): Relay {
  const people = new Set(later.entries.map(personKey));
  const lost = earlier.entries
    .filter((entry) => personKey(entry) !== '' && !people.has(personKey(entry)))
    .map((entry): RelayEntry => ({ ...entry, doubts: [...entry.doubts, 'earlier-only'] }));
  const products = later.products.length > 0 ? later.products : earlier.products;
  return { ...later, products, entries: [...later.entries, ...lost] };
}

function markTwice(relay: Relay): Relay {
  const numbers = new Map<number, number>();
  const people = new Map<string, number>();
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const entry of relay.entries) {
    count(numbers, entry.number);
    if (personKey(entry) !== '') count(people, personKey(entry));
  }
  const entries = relay.entries.map((entry) => {
    const doubts = [...entry.doubts];
    if ((numbers.get(entry.number) ?? 0) > 1) doubts.push('number-twice');
    if ((people.get(personKey(entry)) ?? 0) > 1) doubts.push('person-twice');
    return { ...entry, doubts };
  });
  return { ...relay, entries };
}

/**
 * The 接龙 lists of a pasted chat text. The chat program sends the whole list again with every new
 * line, so copies under one title are one list, of which the last one counts. Nothing is dropped:
 * what could be read otherwise bears a doubt, lines that belong to nobody are `leftover`.
 */
export function parseRelays(text: string): Relay[] {
  const byTitle = new Map<string, Relay>();
  for (const block of readBlocks(text)) {
    const relay = readOne(block);
    const key = foldText(relay.title);
    const known = byTitle.get(key);
    byTitle.set(key, known ? merge(known, relay) : relay);
  }
  return [...byTitle.values()].map(markTwice);
}
