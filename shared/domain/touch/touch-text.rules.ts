/** What a touch's text may name; a variable that is unknown is left as it stands, to be seen. */
export type TouchValues = Partial<
  Record<
    '昵称' | '商品' | '首单日期' | '店名' | 'nickname' | 'product' | 'firstOrderDay' | 'shop',
    string
  >
>;

/** Fills `{昵称}` and the like. Unknown and empty variables stay in their braces. */
export function fillTouchText(text: string, values: TouchValues): string {
  return text.replace(/\{([^{}]{1,20})\}/g, (whole, name: string) => {
    const value = (values as Record<string, string | undefined>)[name.trim()];
    return value === undefined || value === '' ? whole : value;
  });
}

/** Variables that the values do not fill, each once, in their order. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]{1,20})\}/g)].map(([, name = '']) => name.trim()))];
}
