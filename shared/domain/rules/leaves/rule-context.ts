import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { RuleWorld } from '../engine-types';
import type { ProductFits } from './product-fits';

/** What conditions are made ready with. */
export type RuleContext = {
  world: RuleWorld;
  columns: PeopleColumns;
  /** Day number for which one asks. */
  day: number;
  productFits: ProductFits;
};
