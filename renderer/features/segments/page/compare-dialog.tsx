import { Button, Modal } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSegmentCount } from '../count/use-segment-count';
import { showPeople } from '../people-choice';
import { segmentsMessages } from '../segments.messages';
import type { SnapshotLine } from '../segments.queries';
import classes from './segments-page.module.css';

type CompareDialogProps = {
  snapshot: SnapshotLine;
  /** What it was taken of, as it stands now; without one only who is still a member is told. */
  rule?: Rule;
  onClose: () => void;
};

/** What became of a fixed list: who is still in, who left, who came. Each part is a rule again. */
export function CompareDialog({ snapshot, rule, onClose }: CompareDialogProps) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const kept: Rule = { kind: 'snapshot', snapshotId: snapshot.id };
  const there = useSegmentCount(kept, 0).count;
  const parts: { word: string; rule: Rule }[] = rule
    ? [
        { word: t('compareNow'), rule },
        { word: t('compareStill'), rule: { kind: 'all', of: [kept, rule] } },
        { word: t('compareLeft'), rule: { kind: 'all', of: [kept, { kind: 'not', of: rule }] } },
        { word: t('compareCame'), rule: { kind: 'all', of: [rule, { kind: 'not', of: kept }] } },
      ]
    : [{ word: t('compareThere'), rule: kept }];
  return (
    <Modal opened onClose={onClose} title={t('compareTitle', { name: snapshot.name })} size={420}>
      <p className={classes.quiet}>
        {t('snapshotLine', {
          count: snapshot.count,
          day: format.date(snapshot.at),
          n: format.count(snapshot.count),
        })}
      </p>
      {parts.map((part) => (
        <Part
          key={part.word}
          word={part.word}
          rule={part.rule}
          title={`${snapshot.name} · ${part.word}`}
        />
      ))}
      {there && there.n < snapshot.count && (
        <p className={classes.quiet}>
          {t('compareGone', { n: format.count(snapshot.count - there.n) })}
        </p>
      )}
    </Modal>
  );
}

function Part({ word, rule, title }: { word: string; rule: Rule; title: string }) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const { count } = useSegmentCount(rule, 0);
  return (
    <div className={classes.snapshot} data-testid="compare-part" data-count={count?.n ?? ''}>
      <span className={classes.grow}>{word}</span>
      <strong>{count ? t('people', { count: count.n, n: format.count(count.n) }) : '…'}</strong>
      <Button
        size="compact-xs"
        variant="subtle"
        disabled={!count || count.n === 0}
        onClick={() => showPeople({ title, rule })}
      >
        {t('open')}
      </Button>
    </div>
  );
}
