import {
  personaCategories,
  personaCells,
  personaCube,
} from '@shared/domain/insights/persona/persona-cube.rules';
import type { PersonaSettings } from '@shared/domain/insights/persona/persona-settings.schema';
import {
  QUADRANTS,
  type QuadrantSettings,
} from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { categoryOf } from '@shared/domain/products/category.rules';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { quadrantPlaces } from './answers';
import type { PersonaTrial, QuadrantTrial } from './insights-types';
import type { World } from './model-world';
import type { ValuedPeople } from './value-desk';

/** Whom a draft of the persona settings would place where; nothing of it is kept. */
export async function personaTrial(
  world: World,
  draft: PersonaSettings,
  countOf: (rule: Rule) => Promise<number>,
): Promise<PersonaTrial> {
  const cube = personaCube(world.columns, world.today, draft, categoryOf);
  const found = {
    placed: cube.placed,
    bands: {
      frequency: draft.frequencyBands,
      orderValue: draft.orderValueBands,
      category: personaCategories(cube),
    },
    cells: personaCells(cube),
  };
  const isBuying: Rule = {
    kind: 'times',
    event: { of: 'order' },
    within: { lastDays: draft.windowDays },
    times: { min: 1 },
  };
  const isNamed: Rule = { kind: 'any', of: draft.named.map(({ rule }) => rule) };
  const [inNone = 0, ...named] = await Promise.all([
    countOf({ kind: 'all', of: [isBuying, { kind: 'not', of: isNamed }] }),
    ...draft.named.map(({ rule }) => countOf(rule)),
  ]);
  return {
    ...found,
    named: draft.named.map(({ key, name }, at) => ({ key, name, n: named[at] ?? 0 })),
    inNoPersona: inNone,
  };
}

/** How many people each quadrant would hold by a draft of its settings. */
export function quadrantTrial(
  world: World,
  draft: QuadrantSettings,
  values: ValuedPeople,
): QuadrantTrial {
  const { placed } = quadrantPlaces(
    { ...world, settings: { ...world.settings, quadrants: draft } },
    values,
  );
  const counts = new Uint32Array(QUADRANTS.length + 1);
  for (const code of placed.of) counts[code] = (counts[code] ?? 0) + 1;
  return QUADRANTS.map((key, at) => ({ key, n: counts[at + 1] ?? 0 }));
}
