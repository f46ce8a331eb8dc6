import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n, type Language } from './i18n';

type Catalogue<K extends string> = { readonly [P in K]: string };

/** A feature's words in both languages, under one name. */
export type Messages<K extends string> = {
  readonly ns: string;
  readonly zh: Catalogue<K>;
  readonly en: Catalogue<K>;
};

/**
 * Keys as they are asked for: `items_one` and `items_other` are asked for as `items` with a
 * `count`, and the language picks the form (Chinese has only `_other`).
 */
export type MessageKey<K extends string> = K extends `${infer Base}_${'one' | 'other'}`
  ? Base | K
  : K;

export type MessageParams = { readonly [name: string]: string | number };
export type Translate<K extends string> = (key: MessageKey<K>, params?: MessageParams) => string;

/**
 * A catalogue: the types make both languages have the same keys. `{{name}}` takes a parameter;
 * numbers are inserted as they are, so format them first where grouping matters.
 */
export function defineMessages<const Zh extends Record<string, string>>(
  ns: string,
  catalogue: { zh: Zh; en: { [K in keyof NoInfer<Zh>]: string } },
): Messages<keyof Zh & string> {
  return { ns, ...catalogue };
}

/** The words in the window's language; re-renders when it changes. */
export function useMessages<K extends string>(messages: Messages<K>): Translate<K> {
  register(messages);
  const { t, i18n: current } = useTranslation(messages.ns, { i18n });
  // biome-ignore lint/correctness/useExhaustiveDependencies: t keeps its identity over languages
  return useMemo(() => (key, params) => t(key, params ?? {}), [t, current.language]);
}

/** The same outside of components: toasts, prints, and documents in a given language. */
export function translator<K extends string>(
  messages: Messages<K>,
  language?: Language,
): Translate<K> {
  register(messages);
  const t = i18n.getFixedT(language ?? i18n.language, messages.ns);
  return (key, params) => t(key, params ?? {});
}

function register<K extends string>(messages: Messages<K>): void {
  if (i18n.hasResourceBundle('en', messages.ns)) return;
  i18n.addResourceBundle('zh-CN', messages.ns, messages.zh);
  i18n.addResourceBundle('en', messages.ns, messages.en);
}
