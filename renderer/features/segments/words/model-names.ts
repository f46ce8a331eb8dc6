import { readGrowthSettings } from '@shared/domain/growth/growth-settings.schema';
import {
  type PersonaSettings,
  personaSettingsSchema,
} from '@shared/domain/insights/persona/persona-settings.schema';
import { QUADRANTS } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { productCategories } from '@shared/domain/products/category.rules';
import type { Language } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { yuanWords } from './range-words';
import { ruleMessages } from './rule.messages';
import type { RuleNames } from './rule-names';

type StoredSettings = Readonly<Record<string, unknown>>;

/** What cannot be read counts as not set, as the model itself takes it. */
export function readPersona({ persona }: StoredSettings): PersonaSettings {
  const read = personaSettingsSchema.safeParse(persona ?? {});
  return read.success ? read.data : personaSettingsSchema.parse({});
}

/** Keys that models give people, in words: bands say where they begin and end. */
export function modelNames(
  language: Language,
  settings: StoredSettings,
): Pick<RuleNames, 'category' | 'quadrant' | 'level' | 'band'> {
  const t = translator(ruleMessages, language);
  const { frequencyBands, orderValueBands } = readPersona(settings);
  const levels = new Map(
    readGrowthSettings(settings.growth).levels.map(({ key, name, from }) => [
      key,
      name ?? readyMadeLevel(t, key) ?? t('levelFrom', { n: from }),
    ]),
  );
  return {
    category: (key) =>
      productCategories.find((it) => it.key === key)?.name[language === 'en' ? 'en' : 'zh'],
    quadrant: (key) => {
      const known = QUADRANTS.find((it) => it === key);
      return known && t(`quadrant.${known}`);
    },
    level: (key) => levels.get(key),
    band: (axis, key) => {
      if (axis === 'frequency') {
        const at = frequencyBands.findIndex((band) => band.key === key);
        const band = frequencyBands[at];
        const next = frequencyBands[at + 1];
        if (!band) return undefined;
        if (at === 0) return next && t('band.rarer', { n: next.fromPerWeek });
        return t('band.weekly', { n: band.fromPerWeek });
      }
      const at = orderValueBands.findIndex((band) => band.key === key);
      const band = orderValueBands[at];
      if (!band) return undefined;
      const from = orderValueBands[at - 1]?.upToFen ?? 0;
      if (band.upToFen === undefined) return t('band.above', { from: yuanWords(from) });
      return t('band.between', { from: yuanWords(from), to: yuanWords(band.upToFen) });
    },
  };
}

const READY_MADE = ['plain', 'silver', 'gold', 'black'] as const;

function readyMadeLevel(
  t: ReturnType<typeof translator<keyof typeof ruleMessages.zh>>,
  key: string,
): string | undefined {
  const known = READY_MADE.find((it) => it === key);
  return known && t(`level.${known}`);
}
