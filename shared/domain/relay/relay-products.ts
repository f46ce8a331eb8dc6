import type { RelayProduct } from './relay.types';

const CODE =
  /^[([【]?(?:([A-Z])(?![A-Z])|(\d{1,2})(?=[.、:)\]】号]))[)\]】]?\s*(?:号|款)?[.、:)\]】-]?\s*/i;
const PRICE =
  /(?:[¥￥$]\s*(\d{1,5}(?:\.\d{1,2})?)|(\d{1,5}(?:\.\d{1,2})?)\s*(?:元|块钱?|r|rmb|圆))\s*(?:[/每一1]?\s*(?:份|箱|盒|袋|个|斤|件|套|瓶|包|提|筐|只|条|板|罐|桶|串|把|杯|打|组|束|支|枚))?/i;
/** A bare number at the end is a price only behind a code. */
const BARE_PRICE = /\s(\d{1,5}(?:\.\d{1,2})?)\s*(?:\/\s*\S{1,3})?$/;
const GLUED_PRICE = /(?<=[\u4e00-\u9fff])(\d{1,5}(?:\.\d{1,2})?)\s*(?:\/\s*\S{1,3})$/;
const SPEC =
  /(?:约?\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?\s*(?:斤|kg|g|克|千克|公斤|ml|毫升|l|升|个|枚|只|片|粒|支|包|袋|盒|瓶|颗)装?(?:\s*\/?\s*(?:箱|盒|份|袋|件|包|瓶|提|筐))?)/i;
const INTRO = /^.{0,14}?[::]\s*(?=\S)/;
const TIDY = /^[\s,,。.、;;::\-—=~/()()]+|[\s,,。.、;;::\-—=~/()()]+$/g;
const NO_PRODUCT =
  /截止|截单|配送|送货|到货|满|运费|起送|定金|红包|优惠|点前|报名|时间|地点|联系|电话|自提|提货|费用|人均|AA/;

const fenOf = (text: string) => Math.round(Number(text) * 100);

const BANNER = /^【[^】]*】|^\[[^\]]{2,}\]/;

function readOne(line: string): RelayProduct | undefined {
  const text = line.replace(BANNER, '').trim();
  const code = CODE.exec(text);
  const body = code ? text.slice(code[0].length) : text;
  const mark = PRICE.exec(body);
  const bare = mark ? null : (code && BARE_PRICE.exec(body)) || GLUED_PRICE.exec(body);
  const price = mark?.[1] ?? mark?.[2] ?? bare?.[1];
  if (price === undefined && !code) return undefined;
  const found = mark ?? bare;
  const named = found
    ? `${body.slice(0, found.index)} ${body.slice(found.index + found[0].length)}`
    : body;
  const spec = SPEC.exec(named)?.[0];
  const name = (spec ? named.replace(spec, ' ') : named).replace(/\s+/g, ' ').replace(TIDY, '');
  if (name === '' || name.length > 40 || NO_PRODUCT.test(name) || !/[\p{L}]/u.test(name)) {
    return undefined;
  }
  return {
    code: (code?.[1] ?? code?.[2] ?? '').toUpperCase(),
    name,
    ...(spec && { spec: spec.replace(/\s+/g, '') }),
    ...(price !== undefined && { priceFen: fenOf(price) }),
  };
}

/** The products of one line of the head: one with code or price, or several with prices each. */
export function readProducts(line: string): RelayProduct[] {
  const parts = line.split(/[,,;;。|]+|、(?=\S{1,12}?\d)/).filter((part) => part.trim() !== '');
  if (parts.length > 1) {
    const [first = '', ...others] = parts;
    const several = [first.replace(INTRO, ''), ...others].flatMap(
      (part) => readOne(part.trim()) ?? [],
    );
    if (several.length > 1) return several;
  }
  const whole = readOne(line) ?? readOne(line.replace(INTRO, ''));
  return whole ? [whole] : [];
}

/** Whether a numbered line offers something rather than tells who takes part. */
export function looksLikeOffer(text: string): boolean {
  return PRICE.test(text) || /\d\.\d{1,2}\s*(?:\/\s*\S{1,3})?$/.test(text);
}

export type ProductMatch = { product: string; isSure: boolean; isListed: boolean };

/** The listed product that a word means: by code, by name, or as the only one that contains it. */
export function resolveProduct(
  word: string,
  products: readonly RelayProduct[],
): ProductMatch | undefined {
  const asked = word.replace(TIDY, '').replace(/装$/, '').toUpperCase();
  if (asked === '') return undefined;
  const exact =
    products.find(({ name }) => name.toUpperCase() === asked) ??
    products.find(
      ({ code }) =>
        code !== '' && (code === asked || `${code}号` === asked || `${code}款` === asked),
    );
  if (exact) return { product: exact.name, isSure: true, isListed: true };
  if (asked.length < 2 && !/[\u4e00-\u9fff]/.test(asked)) return undefined;
  const near = products.filter(({ name, spec }) => {
    const known = `${name}${spec ?? ''}`.toUpperCase().replace(/\s/g, '');
    return known.includes(asked) || asked.includes(name.toUpperCase());
  });
  const [first] = near;
  if (!first) return undefined;
  return { product: first.name, isSure: near.length === 1, isListed: true };
}
