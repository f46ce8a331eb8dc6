import { z } from 'zod';
import recipes from '../../../resources/plays/plays.json';

const inBoth = z.object({ zh: z.string().min(1), en: z.string().min(1) });

/** A ready-made way to treat the people of a quadrant: what to do on which day, and what to say. */
export const playRecipeSchema = z.object({
  key: z.string(),
  quadrant: z.string(),
  name: inBoth,
  aim: inBoth,
  windowDays: z.number().int().min(1).max(365),
  /** Share of the net amount left as profit, 0–1. */
  margin: z.number().min(0).max(1),
  /** How many, 0–1, one does well to leave alone for comparison. */
  holdoutShare: z.number().min(0.1).max(0.5),
  /** What the articles report; shown as a reference only. */
  caseFigure: z.object({
    kind: z.enum(['share', 'rate', 'roi', 'lift']),
    value: z.number().optional(),
    text: inBoth,
  }),
  steps: z.array(z.object({ day: z.number().int().min(0), title: inBoth, text: inBoth })).min(1),
  /** Texts to send; `{昵称}` and the like are filled in by hand or by the form. */
  scripts: z.array(z.object({ key: z.string(), label: inBoth, text: inBoth })).min(1),
});
export type PlayRecipe = z.infer<typeof playRecipeSchema>;

export const playRecipes: readonly PlayRecipe[] = z.array(playRecipeSchema).parse(recipes.plays);

export const recipeFor = (quadrant: string): PlayRecipe | undefined =>
  playRecipes.find((recipe) => recipe.quadrant === quadrant);

export const recipeByKey = (key: string): PlayRecipe | undefined =>
  playRecipes.find((recipe) => recipe.key === key);
