import { Button, Textarea } from '@mantine/core';
import type { Override } from '@shared/domain/calendar/content.schema';
import {
  type CheckResult,
  type Finding,
  LONGEST_MESSAGE,
} from '@shared/domain/compliance/check.rules';
import { rewriteAll } from '@shared/domain/compliance/rewrite.rules';
import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { complianceMessages } from '../compliance.messages';
import { ComplianceChip } from '../compliance-chip';
import { useOwnWords } from '../own-words.queries';
import classes from './checked-text.module.css';
import type { FindingActions } from './finding-body';
import { FindingList } from './finding-list';
import { replaceInField } from './replace-in-field';
import { TextMarks } from './text-marks';
import { useCheck } from './use-check';

type CheckedTextProps = {
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  label: string;
  /** The label is only for those who do not see the field. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  minRows?: number;
  maxRows?: number;
  overrides?: readonly Override[] | undefined;
} & Pick<FindingActions, 'onLetStand' | 'onWithdraw'>;

/** A text field that is checked as one types: what was found is underlined and listed below. */
export function CheckedText(props: CheckedTextProps) {
  const { value, onChange, overrides, label, isLabelHidden = false } = props;
  const words = useOwnWords();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const { text, result } = useCheck(value, words, overrides, LONGEST_MESSAGE);
  const [caret, setCaret] = useState<number>();
  const { findings } = result;
  const active = activeAt(findings, caret);

  const choose = (finding: Finding) => {
    setCaret(finding.start === active?.start ? undefined : finding.start);
    if (finding.start !== active?.start) showInField(field.current, finding);
  };
  const rewrite = (finding: Finding, replacement: string) => {
    // Somebody may have typed on while a long text waits for its check.
    if (!field.current || field.current.value.slice(finding.start, finding.end) !== finding.text)
      return;
    replaceInField(field.current, finding.start, finding.end, replacement);
  };
  const rewriteEverything = () => {
    if (field.current) replaceInField(field.current, 0, value.length, rewriteAll(value, result));
  };
  return (
    <div data-testid="checked-text">
      <Textarea
        ref={field}
        {...(isLabelHidden ? { 'aria-label': label } : { label })}
        description={props.description}
        error={props.error}
        placeholder={props.placeholder}
        autosize
        minRows={props.minRows ?? 5}
        maxRows={props.maxRows ?? 14}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={props.onBlur}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        inputContainer={(input) => (
          <div className={classes.field} data-checked-field>
            {input}
            <TextMarks
              fieldRef={field}
              text={text}
              findings={findings}
              activeStart={active?.start}
            />
          </div>
        )}
      />
      <div className={classes.below}>
        <Summary
          result={result}
          text={value}
          // A text that is still being typed is not written over.
          onRewriteAll={text === value ? rewriteEverything : undefined}
        />
        <FindingList
          findings={findings}
          activeStart={active?.start}
          onChoose={choose}
          actions={{
            onRewrite: rewrite,
            onLetStand: props.onLetStand,
            onWithdraw: props.onWithdraw,
          }}
        />
      </div>
    </div>
  );
}

/** The finding that holds the caret. */
function activeAt(findings: readonly Finding[], caret: number | undefined): Finding | undefined {
  if (caret === undefined) return undefined;
  return (
    findings.find(
      ({ start, end, family }) => family !== 'length' && start <= caret && caret < end,
    ) ?? findings.find(({ start, family }) => family === 'length' && start === caret)
  );
}

function showInField(field: HTMLTextAreaElement | null, { start, end, family }: Finding): void {
  if (!field) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, family === 'length' ? start : end);
  const marked = field.closest('[data-checked-field]');
  const mark = marked?.querySelector<HTMLElement>(`mark[data-start="${start}"]`);
  if (!mark) return;
  const isInView =
    mark.offsetTop >= field.scrollTop &&
    mark.offsetTop + mark.offsetHeight <= field.scrollTop + field.clientHeight;
  if (!isInView) field.scrollTop = mark.offsetTop - field.clientHeight / 3;
}

type SummaryProps = {
  result: CheckResult;
  text: string;
  onRewriteAll: (() => void) | undefined;
};

function Summary({ result, text, onRewriteAll }: SummaryProps) {
  const t = useMessages(complianceMessages);
  const format = useFormat();
  // As the platform counts: a rare character or a picture is one.
  const n = [...text].length;
  const isClean = result.risk === 'none' && text.trim() !== '';
  return (
    <div className={classes.summary}>
      <ComplianceChip result={result} />
      {isClean && result.overridden === 0 && <span>{t('clean')}</span>}
      {result.overridden > 0 && <span>{t('kept', { n: result.overridden })}</span>}
      {result.counts.high + result.counts.medium > 1 && (
        <Button
          size="compact-xs"
          variant="subtle"
          data-testid="compliance-rewrite-all"
          disabled={onRewriteAll === undefined}
          onClick={onRewriteAll}
        >
          {t('rewriteAll')}
        </Button>
      )}
      <span className={classes.length} data-testid="compliance-length">
        {t('length', { n: format.count(n), most: format.count(LONGEST_MESSAGE) })}
      </span>
    </div>
  );
}
