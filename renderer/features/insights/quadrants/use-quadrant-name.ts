import { QUADRANTS } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import type { MarkShape } from '@/ui/charts/mark';
import { quadrantsMessages } from './quadrants.messages';

/** Told apart by shape as well as colour. */
export const QUADRANT_LOOKS: readonly { key: string; shape: MarkShape; colour: string }[] = [
  { key: 'top', shape: 'diamond', colour: 'var(--q-chart-1)' },
  { key: 'basin', shape: 'square', colour: 'var(--q-chart-2)' },
  { key: 'churn', shape: 'triangle', colour: 'var(--q-chart-5)' },
  { key: 'potential', shape: 'circle', colour: 'var(--q-chart-3)' },
];

/** A quadrant's name and what is special about it; an unknown key stays as it is. */
export function useQuadrantName() {
  const t = useMessages(quadrantsMessages);
  const known = (key: string) => QUADRANTS.find((it) => it === key);
  return {
    nameOf(key: string) {
      const quadrant = known(key);
      return quadrant ? t(`name.${quadrant}`) : key;
    },
    aboutOf(key: string) {
      const quadrant = known(key);
      return quadrant ? t(`about.${quadrant}`) : '';
    },
  };
}
