import { readGrowthSettings } from '@shared/domain/growth/growth-settings.schema';
import { QUADRANTS } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { productCategories } from '@shared/domain/products/category.rules';
import { allTags } from '@shared/domain/tags/tag-library';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { dataWorker } from '@/db/client';
import { reportError } from '@/platform/log';
import type { MemberFacets } from '@/workers/index/list-types';
import { readPersona } from '../words/model-names';
import { useNamedThings } from '../words/names-store';
import { useLanguage, useRuleNames } from '../words/use-rule-words';
import type { StartValues } from './condition-catalogue';
import { fieldsMessages } from './fields/fields.messages';
import type { Option, OptionGroup } from './fields/many-field';
import { readProductNames } from './suggestions.queries';

/** What the data have to offer for the parts of a condition. */
export type Suggestions = {
  facets: MemberFacets | undefined;
  products: readonly string[];
  categories: readonly Option[];
  tags: readonly OptionGroup[];
  groups: readonly Option[];
  snapshots: readonly Option[];
  segmentIds: readonly string[];
  quadrants: readonly Option[];
  levels: readonly Option[];
  frequency: readonly Option[];
  orderValue: readonly Option[];
};

const NONE: Suggestions = {
  facets: undefined,
  products: [],
  categories: [],
  tags: [],
  groups: [],
  snapshots: [],
  segmentIds: [],
  quadrants: [],
  levels: [],
  frequency: [],
  orderValue: [],
};

const SuggestionsContext = createContext<Suggestions>(NONE);
export const SuggestionsProvider = SuggestionsContext.Provider;
export const useSuggestions = (): Suggestions => useContext(SuggestionsContext);

export function useReadSuggestions(): Suggestions {
  const language = useLanguage();
  const words = useMessages(wordsMessages);
  const t = useMessages(fieldsMessages);
  const names = useRuleNames();
  const things = useNamedThings();
  const facets = useOnce(() => dataWorker().lists.memberFacets());
  const products = useOnce(readProductNames);
  return useMemo(() => {
    const byKind = new Map<string, Option[]>();
    for (const tag of allTags(things.tags, language)) {
      if (tag.isHidden) continue;
      const list = byKind.get(tag.kind) ?? [];
      byKind.set(tag.kind, [...list, { value: tag.id, label: tag.name }]);
    }
    const bands = readPersona(things.settings);
    const keyed = (keys: readonly string[], name: (key: string) => string | undefined) =>
      keys.map((value) => ({ value, label: name(value) ?? value }));
    return {
      facets,
      // A shop without an order yet still gets an example to change.
      products:
        products && products.length > 1 ? products : [t('exampleProduct'), t('exampleOther')],
      categories: productCategories.map(({ key, name }) => ({ value: key, label: name[language] })),
      tags: [...byKind].map(([kind, items]) => ({
        group: words(`tagKind.${kind as 'base' | 'behaviour' | 'emotion'}`),
        items,
      })),
      groups: things.groups.map((it) => ({ value: it.id, label: it.name })),
      snapshots: things.snapshots.map((it) => ({ value: it.id, label: it.name })),
      segmentIds: things.segments.map((it) => it.id),
      quadrants: keyed(QUADRANTS, names.quadrant),
      levels: keyed(
        readGrowthSettings(things.settings.growth).levels.map((level) => level.key),
        names.level,
      ),
      frequency: keyed(
        bands.frequencyBands.map((band) => band.key),
        (key) => names.band('frequency', key),
      ),
      orderValue: keyed(
        bands.orderValueBands.map((band) => band.key),
        (key) => names.band('orderValue', key),
      ),
    };
  }, [language, words, t, names, things, facets, products]);
}

/** Values for new conditions that find somebody. */
export function startValues(from: Suggestions, exceptSegmentId: string | undefined): StartValues {
  const first = (values: readonly { value: string }[] | undefined) =>
    values?.find(({ value }) => value !== '')?.value ?? '';
  return {
    channel: first(from.facets?.channel),
    region: first(from.facets?.region),
    product: from.products[0] ?? '',
    otherProduct: from.products[1] ?? from.products[0] ?? '',
    category: from.categories[0]?.value,
    tagId: from.tags[0]?.items[0]?.value,
    segmentId: from.segmentIds.find((id) => id !== exceptSegmentId),
    snapshotId: from.snapshots[0]?.value,
    level: from.levels[1]?.value,
    frequency: from.frequency[1]?.value,
  };
}

/** Suggestions need not follow every change while somebody is building. */
function useOnce<T>(read: () => Promise<T>): T | undefined {
  const [reading] = useState(() => read);
  const [found, setFound] = useState<T>();
  useEffect(() => {
    reading().then(
      (answer) => setFound(() => answer),
      (error: unknown) => reportError('error', error),
    );
  }, [reading]);
  return found;
}
