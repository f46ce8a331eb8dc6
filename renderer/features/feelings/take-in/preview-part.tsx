import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import type { Preview, PreviewLine } from '@/workers/feelings/comment-types';
import { feelingsMessages } from '../feelings.messages';
import { FeelingChip, StrengthChip } from '../list/feeling-chip';
import { MarkedText } from '../list/marked-text';
import classes from './take-in.module.css';
import { isKept, memberOf, type TakeIn } from './use-take-in';

const ROW_PX = 44;

/** What was read, line by line, to be put right before it is taken in. */
export function PreviewPart({ state, preview }: { state: TakeIn; preview: Preview }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const { lines, skipped } = preview;
  const scroller = useRef<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    initialRect: { width: 1000, height: 400 },
  });
  const known = lines.filter((line) => line.isKnown).length;
  return (
    <div className={classes.part}>
      <p data-testid="feelings-counts" data-lines={lines.length} data-known={known}>
        {t('previewCounts', {
          n: format.count(state.kept),
          known: format.count(known),
          skipped: format.count(skipped),
        })}
      </p>
      <div ref={scroller} className={classes.lines}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return line ? (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className={classes.slot}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Line line={line} index={item.index} state={state} />
              </div>
            ) : null;
          })}
        </div>
      </div>
      <Group justify="space-between">
        <Button variant="default" onClick={state.back}>
          {t('back')}
        </Button>
        <Button
          data-testid="feelings-commit"
          loading={state.isBusy}
          disabled={state.kept === 0}
          onClick={() => void state.commit()}
        >
          {t('commit', { count: state.kept })}
        </Button>
      </Group>
    </div>
  );
}

function Line({ line, index, state }: { line: PreviewLine; index: number; state: TakeIn }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const choice = state.choices.get(index);
  const { reading, candidates, speaker, at, text, isKnown } = line;
  return (
    <div
      className={classes.line}
      data-testid="feelings-line"
      data-feeling={reading.feeling}
      data-intensity={reading.intensity}
      data-topic={reading.topic}
      data-known={isKnown}
      data-member-id={memberOf(line, choice) ?? ''}
    >
      <Checkbox
        size="xs"
        aria-label={t('keep')}
        checked={isKept(line, choice)}
        onChange={(event) => state.choose(index, { isKept: event.currentTarget.checked })}
      />
      <span className={classes.chips}>
        <FeelingChip feeling={reading.feeling} />
        <StrengthChip intensity={reading.intensity} />
      </span>
      <span className={classes.said}>
        <MarkedText text={text} words={reading.words} />
        {isKnown && <Chip tone="yellow">{t('known')}</Chip>}
      </span>
      <span className={classes.quiet}>{t(`topic.${reading.topic}`)}</span>
      <span className={classes.who}>
        {candidates.length > 0 ? (
          <Select
            size="xs"
            aria-label={t('who')}
            placeholder={t('severalCalled', { n: candidates.length })}
            clearable
            value={memberOf(line, choice) ?? null}
            onChange={(memberId) => state.choose(index, { memberId })}
            data={candidates.map(({ id, name }, i) => ({
              value: id,
              label: candidates.length > 1 ? `${name} · ${i + 1}` : name,
            }))}
          />
        ) : (
          <span className={classes.quiet} {...(speaker && { title: t('noneCalled') })}>
            {speaker ?? t('nobody')}
          </span>
        )}
      </span>
      <span className={classes.quiet}>{at === undefined ? '' : format.dateTime(at)}</span>
    </div>
  );
}
