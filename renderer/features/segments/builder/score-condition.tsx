import type { Condition } from '@shared/domain/rules/rule.schema';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import type { EditorProps } from './condition-editor';
import { fieldsMessages } from './fields/fields.messages';
import classes from './fields/fields.module.css';
import { ManyField } from './fields/many-field';
import { RangeField } from './fields/range-field';
import { useSuggestions } from './suggestions';

type ScoreRule = Extract<Condition, { kind: 'rfm' | 'quadrant' | 'persona' | 'level' | 'ltv' }>;
const SCORES = ['r', 'f', 'm'] as const;
const AXES = ['frequency', 'orderValue'] as const;

/** Conditions about what the models say. */
export function ScoreCondition({ value, onChange }: EditorProps<ScoreRule>) {
  const t = useMessages(fieldsMessages);
  const suggestions = useSuggestions();
  switch (value.kind) {
    case 'rfm':
      return (
        <>
          {SCORES.map((score) => (
            <span key={score} className={classes.part}>
              {t(score)}
              <RangeField
                unit="score"
                min={1}
                max={5}
                value={value[score] ?? {}}
                onChange={(range) => {
                  const { [score]: _, ...others } = value;
                  const isOpen = range.min === undefined && range.max === undefined;
                  onChange(isOpen ? others : { ...others, [score]: range });
                }}
              />
            </span>
          ))}
        </>
      );
    case 'quadrant':
      return (
        <>
          {t('quadrant')}
          <ManyField
            label={t('quadrant')}
            needsOne
            value={value.isAny}
            data={suggestions.quadrants}
            onChange={(isAny) => onChange({ ...value, isAny })}
          />
        </>
      );
    case 'persona':
      return (
        <>
          {AXES.map((axis) => (
            <span key={axis} className={classes.part}>
              {t(axis)}
              <ManyField
                label={t(axis)}
                none={t('anyBand')}
                value={value[axis] ?? []}
                data={suggestions[axis]}
                onChange={(keys) => {
                  const { [axis]: _, ...others } = value;
                  onChange(keys.length === 0 ? others : { ...others, [axis]: keys });
                }}
              />
            </span>
          ))}
          <span className={classes.part}>
            {t('preferred')}
            <ManyField
              label={t('preferred')}
              none={t('anyBand')}
              value={value.category ?? []}
              data={suggestions.categories}
              onChange={(keys) => {
                const { category: _, ...others } = value;
                onChange(keys.length === 0 ? others : { ...others, category: keys.slice(0, 40) });
              }}
            />
          </span>
        </>
      );
    case 'level':
      return (
        <>
          {t('level')}
          <ManyField
            label={t('level')}
            needsOne
            value={value.isAny}
            data={suggestions.levels}
            onChange={(isAny) => onChange({ ...value, isAny })}
          />
        </>
      );
    case 'ltv':
      return (
        <>
          {t('ltvWord')}
          <RangeField
            unit="yuan"
            value={value.fen}
            onChange={(fen) => onChange({ ...value, fen })}
          />
        </>
      );
    default:
      return assertNever(value, 'ScoreCondition');
  }
}
