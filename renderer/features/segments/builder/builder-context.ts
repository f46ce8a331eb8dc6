import type { RuleRemark } from '@shared/domain/rules/engine-types';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { createContext, useContext } from 'react';
import type { StartValues } from './condition-catalogue';
import type { RulePath } from './rule-edit';

/** What every part of a builder needs of the whole. */
export type BuilderFace = {
  root: Rule;
  /** `focus`: the place whose menu takes the focus once the change is shown. */
  change: (root: Rule, focus?: RulePath) => void;
  remarksAt: (path: RulePath) => readonly RuleRemark[];
  start: StartValues;
  exceptSegmentId: string | undefined;
};

const BuilderContext = createContext<BuilderFace | undefined>(undefined);
export const BuilderProvider = BuilderContext.Provider;

export function useBuilder(): BuilderFace {
  const face = useContext(BuilderContext);
  if (face === undefined) throw new Error('a part of the rule builder outside of one');
  return face;
}
