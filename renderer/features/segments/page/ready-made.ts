import type { Rule } from '@shared/domain/rules/rule.schema';
import readyMade from '../../../../resources/segments/ready-made.json';

type Bilingual = { zh: string; en: string };

/** A segment to begin with: added with one click, and then one's own to change. */
export type ReadyMadeSegment = { key: string; name: Bilingual; note: Bilingual; rule: Rule };

export const readyMadeSegments = readyMade as readonly ReadyMadeSegment[];
