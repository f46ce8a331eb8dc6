import type { Rule } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { builderMessages } from './builder.messages';
import { useBuilder } from './builder-context';
import classes from './fields/fields.module.css';
import { NumberField } from './fields/number-field';
import { heldDays, type RulePath, replaceAt, setHeld } from './rule-edit';

const MOST_DAYS = 90;

/** "维持至少 7 天", where that is asked. */
export function HeldField({ rule, path }: { rule: Rule; path: RulePath }) {
  const t = useMessages(builderMessages);
  const { root, change } = useBuilder();
  const days = heldDays(rule);
  if (days === undefined) return null;
  return (
    <span className={classes.part} data-testid="rule-held">
      {t('heldBefore')}
      <NumberField
        label={t('heldBefore')}
        value={days}
        min={1}
        max={MOST_DAYS}
        onChange={(next) => change(replaceAt(root, path, (part) => setHeld(part, next)))}
      />
      {t('heldAfter')}
    </span>
  );
}
