import type { KocStep } from '@shared/domain/koc/koc-steps';
import stored from '../../../resources/koc/steps.json';

/** Steps of the cultivation, in their order. */
export const KOC_STEPS: readonly KocStep[] = stored;
