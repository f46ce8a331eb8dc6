import { Button, Textarea } from '@mantine/core';
import type { RunTarget, SopRun } from '@shared/domain/sop/sop.schema';
import { ruleOfTarget } from '@shared/domain/step-tools/target-rule.rules';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { hasErrors, showPeople, useSegmentCount } from '@/features/segments';
import classes from '../flow-tools.module.css';
import { fixTarget } from './fix-target';
import { segmentMessages } from './segment.messages';
import { TargetOverlaps } from './target-overlaps';
import { useTargetWords } from './use-target-words';

const NAMES = 5;
/** With fewer people a trait that all of them share is no sign that nobody was chosen. */
const EVERYBODY_FROM = 30;

/** Whether so many of so many people mean that nobody was chosen. */
export const meansEverybody = (n: number, of: number): boolean => n === of && of >= EVERYBODY_FROM;

type TargetPreviewProps = { run: SopRun; target: RunTarget; onTaken: () => void };

/** Who is meant now: how many, a few names, whom else they belong to; and taking them. */
export function TargetPreview({ run, target, onTaken }: TargetPreviewProps) {
  const t = useMessages(segmentMessages);
  const format = useFormat();
  const nameOf = useTargetWords();
  const rule = ruleOfTarget(target);
  const key = JSON.stringify(target);
  const { count, isFresh, problem } = useSegmentCount(rule, 0);
  const people = useAnswer(key, () => dataWorker().people.sample(rule, NAMES));
  const [reason, setReason] = useState('');
  const [isTaking, setTaking] = useState(false);
  if (problem !== undefined) return <p className={classes.quiet}>{t('uncounted')}</p>;
  if (!count || !isFresh) return <p className={classes.quiet}>{t('counting')}</p>;
  const isEverybody = target.by === 'all' || meansEverybody(count.n, count.of);
  const names = (people ?? []).map((person) => person.name).join(t('listSeparator'));
  const take = async () => {
    setTaking(true);
    try {
      const why = isEverybody ? reason : undefined;
      await fixTarget({ runId: run.id, target, what: nameOf(target), reason: why });
      onTaken();
    } catch (error) {
      showProblem(error);
    } finally {
      setTaking(false);
    }
  };
  const n = format.count(count.n);
  return (
    <>
      <div className={classes.line}>
        <span className={classes.number} data-testid="target-count" data-count={count.n}>
          {t('matching', { count: count.n, n, of: format.count(count.of) })}
        </span>
        {names !== '' && (
          <span className={classes.quiet}>
            {t(count.n > NAMES ? 'namesAndMore' : 'names', { names })}
          </span>
        )}
        {count.n > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconUsers size={14} />}
            onClick={() =>
              showPeople({
                title: nameOf(target),
                rule,
                ...(target.by === 'segment' ? { segmentId: target.value } : {}),
              })
            }
          >
            {t('openList')}
          </Button>
        )}
      </div>
      <TargetOverlaps runId={run.id} rule={rule} />
      {isEverybody && count.n > 0 && (
        <div className={classes.notice} data-tone="doubt">
          <p className={classes.text}>{t('questionAll')}</p>
          <Textarea
            mt={8}
            size="xs"
            autosize
            minRows={1}
            maxLength={500}
            label={t('reasonAll')}
            placeholder={t('reasonAllHint')}
            data-testid="target-reason"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={classes.line}>
        <Button
          size="compact-md"
          variant={isEverybody ? 'default' : 'filled'}
          loading={isTaking}
          data-testid="target-take"
          disabled={count.n === 0 || hasErrors(count) || (isEverybody && reason.trim() === '')}
          onClick={() => void take()}
        >
          {t(isEverybody ? 'useAll' : 'useCount', { count: count.n, n })}
        </Button>
        {isEverybody && reason.trim() === '' && count.n > 0 && (
          <span className={classes.quiet}>{t('reasonNeeded')}</span>
        )}
      </div>
    </>
  );
}
