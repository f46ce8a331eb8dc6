import { ActionIcon, Button } from '@mantine/core';
import type { Segment } from '@shared/domain/segments/segment.schema';
import { IconCamera, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { showPeople } from '../people-choice';
import { openSegmentDraft } from '../segment-draft';
import { removeSnapshot } from '../segments.commands';
import { segmentsMessages } from '../segments.messages';
import type { SnapshotLine } from '../segments.queries';
import { CompareDialog } from './compare-dialog';
import classes from './segments-page.module.css';

type SnapshotLinesProps = {
  snapshots: readonly SnapshotLine[];
  /** The segment that they were taken of, to compare with. */
  segment?: Segment;
};

/** Fixed lists, newest first. */
export function SnapshotLines({ snapshots, segment }: SnapshotLinesProps) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const [compared, setCompared] = useState<SnapshotLine>();

  async function remove({ id, name }: SnapshotLine) {
    try {
      await execute(removeSnapshot, { snapshotId: id, name });
      showDone(t('snapshotRemoved', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <>
      {snapshots.map((snapshot) => {
        const rule = { kind: 'snapshot', snapshotId: snapshot.id } as const;
        const button = { size: 'compact-xs', variant: 'subtle' } as const;
        return (
          <div
            key={snapshot.id}
            className={classes.snapshot}
            data-testid="snapshot-row"
            data-snapshot-id={snapshot.id}
            data-count={snapshot.count}
          >
            <IconCamera size={14} stroke={1.75} aria-label={t('snapshots')} />
            <span>{snapshot.name}</span>
            <span className={classes.quiet}>
              {t('snapshotLine', {
                count: snapshot.count,
                day: format.date(snapshot.at),
                n: format.count(snapshot.count),
              })}
            </span>
            <span className={classes.grow} />
            <Button {...button} onClick={() => showPeople({ title: snapshot.name, rule })}>
              {t('open')}
            </Button>
            <Button
              {...button}
              data-testid="snapshot-compare"
              onClick={() => setCompared(snapshot)}
            >
              {t('compare')}
            </Button>
            <Button {...button} onClick={() => openSegmentDraft({ name: snapshot.name, rule })}>
              {t('asCondition')}
            </Button>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`${t('remove')} ${snapshot.name}`}
              data-testid="snapshot-remove"
              onClick={() => void remove(snapshot)}
            >
              <IconTrash size={14} stroke={1.75} />
            </ActionIcon>
          </div>
        );
      })}
      {compared && (
        <CompareDialog
          snapshot={compared}
          {...(segment ? { rule: segment.rule } : {})}
          onClose={() => setCompared(undefined)}
        />
      )}
    </>
  );
}
