import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import type { PersonaAnswer } from '@/workers/insights/insights-types';
import { SMALLEST, useFigures } from '../figures/use-figures';
import { personaMessages } from './persona.messages';
import type { Axis } from './use-band-names';

type Place = Record<Axis, string>;
type Cell = PersonaAnswer['cells'][number];

const keyOf = (place: Place) => JSON.stringify([place.frequency, place.orderValue, place.category]);

/** Cells by their place, with what every drawing of them needs. */
export function usePersonaCells(answer: PersonaAnswer, names: Record<Axis, Map<string, string>>) {
  const t = useMessages(personaMessages);
  const { format, share } = useFigures();
  return useMemo(() => {
    const most = Math.max(1, ...answer.cells.map((cell) => cell.n));
    const byPlace = new Map(answer.cells.map((cell) => [keyOf(cell), cell]));
    const nameOf = (place: Place) =>
      t('cellName', {
        frequency: names.frequency.get(place.frequency) ?? place.frequency,
        orderValue: names.orderValue.get(place.orderValue) ?? place.orderValue,
        category: names.category.get(place.category) ?? place.category,
      });
    const look = (cell: Cell) => ({
      key: keyOf(cell),
      heat: Math.sqrt(cell.n / most),
      value: format.count(cell.n),
      note: answer.placed >= SMALLEST ? share(cell.n, answer.placed) : undefined,
      label: t('cellLabel', {
        name: nameOf(cell),
        n: format.count(cell.n),
        share: share(cell.n, answer.placed),
        money: format.moneySummary(cell.netFen),
      }),
      onOpen: () => showPeople({ title: nameOf(cell), rule: cell.rule }),
    });
    return {
      look,
      at(place: Place) {
        const cell = byPlace.get(keyOf(place));
        return cell && look(cell);
      },
    };
  }, [answer, names, t, format, share]);
}

export type PersonaCells = ReturnType<typeof usePersonaCells>;
