import { productCategories } from '@shared/domain/products/category.rules';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { PersonaAnswer } from '@/workers/insights/insights-types';
import { useBilingual } from '../figures/use-bilingual';
import { personaMessages } from './persona.messages';

export type Axis = 'frequency' | 'orderValue' | 'category';
export const AXES: readonly Axis[] = ['category', 'frequency', 'orderValue'];

const FEN_PER_YUAN = 100;
/** Limits of bands are settings, not somebody's money: the privacy mask leaves them. */
const yuan = (fen: number) => String(Number((fen / FEN_PER_YUAN).toFixed(2)));

function nameOfCategory(key: string, pick: (name: { zh: string; en: string }) => string) {
  const known = productCategories.find((category) => category.key === key);
  return known && pick(known.name);
}

/** Names of the bands as they are cut now, from the lowest up; categories biggest first. */
export function useBandNames(bands: PersonaAnswer['bands']): Record<Axis, Map<string, string>> {
  const t = useMessages(personaMessages);
  const pick = useBilingual();
  return useMemo(() => {
    const frequency = bands.frequency.map(({ key, fromPerWeek }, at): [string, string] => [
      key,
      at === 0
        ? t('frequencyBelow', { to: bands.frequency[1]?.fromPerWeek ?? 0 })
        : t('frequencyFrom', { from: fromPerWeek }),
    ]);
    const orderValue = bands.orderValue.map(({ key, upToFen }, at): [string, string] => {
      const from = bands.orderValue[at - 1]?.upToFen;
      const isLast = at === bands.orderValue.length - 1;
      if (from === undefined) return [key, t('valueUpTo', { to: yuan(upToFen ?? 0) })];
      return isLast || upToFen === undefined
        ? [key, t('valueFrom', { from: yuan(from) })]
        : [key, t('valueBetween', { from: yuan(from), to: yuan(upToFen) })];
    });
    const category = bands.category.map(({ key }): [string, string] => [
      key,
      nameOfCategory(key, pick) ?? (key === 'other' ? t('other') : key),
    ]);
    return {
      frequency: new Map(frequency),
      orderValue: new Map(orderValue),
      category: new Map(category),
    };
  }, [bands, t, pick]);
}
