import { Button } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSegmentCount } from '../count/use-segment-count';
import { useRuleWords } from '../words/use-rule-words';
import { builderMessages } from './builder.messages';
import { useBuilder } from './builder-context';
import { ConditionEditor } from './condition-editor';
import { HeldField } from './held-field';
import { PartMenu } from './part-menu';
import { Remarks } from './remarks';
import classes from './rule-builder.module.css';
import {
  isGroup,
  isNot,
  type RulePath,
  replaceAt,
  replaceCore,
  toggleNot,
  unwrap,
} from './rule-edit';

/** One condition with what is around it, how many it takes by itself, and what is wrong with it. */
export function RuleCondition({ rule, path }: { rule: Rule; path: RulePath }) {
  const t = useMessages(builderMessages);
  const format = useFormat();
  const { root, change, remarksAt, exceptSegmentId } = useBuilder();
  const { sentence } = useRuleWords();
  const { count } = useSegmentCount(rule);
  const { core, corePath } = unwrap(rule, path);
  if (isGroup(core)) return null;
  const isTurned = isNot(rule);
  const said = sentence(rule);
  return (
    <fieldset
      className={classes.condition}
      data-testid="rule-condition"
      data-kind={core.kind}
      data-sentence={said}
    >
      <legend className={classes.hidden}>{t('conditionLabel', { sentence: said })}</legend>
      <div className={classes.line}>
        <Button
          size="compact-xs"
          variant={isTurned ? 'filled' : 'default'}
          {...(isTurned ? { color: 'red' } : {})}
          aria-pressed={isTurned}
          title={t('notHint')}
          data-testid="rule-not"
          onClick={() => change(replaceAt(root, path, toggleNot))}
        >
          {t('not')}
        </Button>
        <ConditionEditor
          value={core}
          exceptSegmentId={exceptSegmentId}
          onChange={(next) => change(replaceAt(root, path, (part) => replaceCore(part, next)))}
        />
        <HeldField rule={rule} path={path} />
      </div>
      <div className={classes.side}>
        {count && (
          <span
            className={classes.quiet}
            data-testid="condition-count"
            data-count={count.n}
            title={t('conditionCount', { count: count.n, n: format.count(count.n) })}
          >
            {t('conditionShort', { count: count.n, n: format.count(count.n) })}
          </span>
        )}
        <PartMenu rule={rule} path={path} />
      </div>
      <Remarks remarks={[...remarksAt(path), ...(corePath === path ? [] : remarksAt(corePath))]} />
    </fieldset>
  );
}
