import type { RuleRemark } from '@shared/domain/rules/engine-types';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRuleWords } from '../words/use-rule-words';
import classes from './rule-builder.module.css';

/** What is wrong, or odd, at this place of the rule. */
export function Remarks({ remarks }: { remarks: readonly RuleRemark[] }) {
  const { remark: say } = useRuleWords();
  const said = new Map(remarks.map((remark) => [remark.code, remark]));
  return [...said.values()].map((remark) => (
    <p
      key={remark.code}
      className={classes.remark}
      data-testid="rule-remark"
      data-code={remark.code}
      data-error={remark.isError}
      role={remark.isError ? 'alert' : 'note'}
    >
      <IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {say(remark)}
    </p>
  ));
}
