/** What a touch's text may name. */
export type TouchFacts = {
  nickname?: string | undefined;
  product?: string | undefined;
  firstOrderDay?: string | undefined;
  shop?: string | undefined;
};

/** The names of the variables, as texts in either language write them. */
const VARIABLES: Readonly<Record<string, keyof TouchFacts>> = {
  昵称: 'nickname',
  商品: 'product',
  首单日期: 'firstOrderDay',
  店名: 'shop',
  nickname: 'nickname',
  product: 'product',
  firstOrderDay: 'firstOrderDay',
  shop: 'shop',
};

/** Fills `{昵称}`, `{nickname}` and the like. Unknown and empty variables stay in their braces. */
export function fillTouchText(text: string, facts: TouchFacts): string {
  return text.replace(/\{([^{}]{1,20})\}/g, (whole, name: string) => {
    const fact = Object.hasOwn(VARIABLES, name.trim()) ? VARIABLES[name.trim()] : undefined;
    return (fact && facts[fact]) || whole;
  });
}

/** Variables that the values do not fill, each once, in their order. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]{1,20})\}/g)].map(([, name = '']) => name.trim()))];
}
