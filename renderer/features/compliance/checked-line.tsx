import { LONGEST_MESSAGE } from '@shared/domain/compliance/check.rules';
import { ComplianceChip } from './compliance-chip';
import { useOwnWords } from './own-words.queries';
import classes from './text/checked-text.module.css';
import { useCheck } from './text/use-check';

const MOST_WORDS = 5;

/** What the check says of a text that is written elsewhere: the chip and the words, in a line. */
export function CheckedLine({ text }: { text: string }) {
  const { result } = useCheck(text, useOwnWords(), undefined, LONGEST_MESSAGE);
  const serious = result.findings.filter(({ risk }) => risk !== 'low');
  if (serious.length === 0) return null;
  const words = serious.slice(0, MOST_WORDS).map((finding) => finding.text.slice(0, 40));
  return (
    <div className={classes.summary} data-testid="checked-line">
      <ComplianceChip result={result} />
      <span>
        {words.join(' · ')}
        {serious.length > MOST_WORDS && ' …'}
      </span>
    </div>
  );
}
