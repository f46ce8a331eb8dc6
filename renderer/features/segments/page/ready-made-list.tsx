import { Button } from '@mantine/core';
import type { Segment } from '@shared/domain/segments/segment.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useSegmentCount } from '../count/use-segment-count';
import { saveSegment } from '../segments.commands';
import { segmentsMessages } from '../segments.messages';
import { RuleSentence } from '../words/rule-sentence';
import { useLanguage } from '../words/use-rule-words';
import { type ReadyMadeSegment, readyMadeSegments } from './ready-made';
import classes from './segments-page.module.css';

/** Segments that nearly every group needs, each added with one click. */
export function ReadyMadeList({ segments }: { segments: readonly Segment[] }) {
  const t = useMessages(segmentsMessages);
  const names = new Set(segments.map((it) => it.name));
  return (
    <section>
      <h2 className={classes.heading}>{t('readyTitle')}</h2>
      <p className={classes.quiet}>{t('readyText')}</p>
      <div className={classes.ready}>
        {readyMadeSegments.map((segment) => (
          <ReadyMadeCard
            key={segment.key}
            segment={segment}
            isHere={names.has(segment.name.zh) || names.has(segment.name.en)}
          />
        ))}
      </div>
    </section>
  );
}

function ReadyMadeCard({ segment, isHere }: { segment: ReadyMadeSegment; isHere: boolean }) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const language = useLanguage();
  const { count } = useSegmentCount(segment.rule, 0);
  const name = segment.name[language];

  async function add() {
    try {
      await execute(saveSegment, { name, rule: segment.rule, note: segment.note[language] });
      showDone(t('addedDone', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <article
      className={classes.readyCard}
      data-testid="segment-ready"
      data-key={segment.key}
      data-count={count?.n ?? ''}
    >
      <div className={classes.readyHead}>
        <strong className={classes.readyName}>{name}</strong>
        {count && (
          <span className={classes.readyCount}>
            {t('people', { count: count.n, n: format.count(count.n) })}
          </span>
        )}
        <Button
          size="compact-xs"
          flex="none"
          variant="light"
          disabled={isHere}
          data-testid="segment-ready-add"
          onClick={() => void add()}
        >
          {t(isHere ? 'readyHas' : 'readyAdd')}
        </Button>
      </div>
      <p className={classes.quiet}>{segment.note[language]}</p>
      <p className={classes.quiet}>
        <RuleSentence rule={segment.rule} />
      </p>
    </article>
  );
}
