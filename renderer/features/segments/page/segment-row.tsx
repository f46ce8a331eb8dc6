import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Segment } from '@shared/domain/segments/segment.schema';
import {
  IconArchive,
  IconCamera,
  IconCopy,
  IconDots,
  IconPencil,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useSegmentCount } from '../count/use-segment-count';
import { showPeople } from '../people-choice';
import { openSegmentDraft } from '../segment-draft';
import { archiveSegment, removeSegment } from '../segments.commands';
import { segmentsMessages } from '../segments.messages';
import type { SnapshotLine } from '../segments.queries';
import { SnapshotDialog } from '../snapshot-dialog';
import { RuleSentence } from '../words/rule-sentence';
import { SegmentFigures } from './segment-figures';
import classes from './segments-page.module.css';
import { SnapshotLines } from './snapshot-lines';

const icon = { size: 16, stroke: 1.75 };

type SegmentRowProps = { segment: Segment; snapshots: readonly SnapshotLine[] };

/** One segment: its rule in words, how many are in it, who came and went, its snapshots. */
export function SegmentRow({ segment, snapshots }: SegmentRowProps) {
  const t = useMessages(segmentsMessages);
  const [, navigate] = useLocation();
  const [isTaking, taking] = useDisclosure(false);
  const { id, name, rule } = segment;
  const isArchived = segment.isArchived === true;
  // Archived ones are only counted when somebody wants their people.
  const live = useSegmentCount(isArchived ? undefined : rule, 0);

  async function archive() {
    try {
      await execute(archiveSegment, { segmentId: id, name, isArchived: !isArchived });
      showDone(t(isArchived ? 'unarchivedDone' : 'archivedDone', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  async function remove() {
    try {
      await execute(removeSegment, { segmentId: id, name });
      showDone(t('removedDone', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <section
      className={classes.card}
      aria-label={name}
      data-testid="segment-row"
      data-segment-id={id}
      {...(live.count ? { 'data-count': live.count.n } : {})}
    >
      <div className={classes.row}>
        <div>
          <Link href={`/members/segments/${id}`} className={classes.name}>
            {name}
          </Link>
          <p className={classes.sentence}>
            <RuleSentence rule={rule} />
          </p>
          {segment.note && <p className={classes.quiet}>{segment.note}</p>}
        </div>
        <SegmentFigures segment={segment} live={live} />
        <Menu position="bottom-end" shadow="md" returnFocus>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('more', { name })}
              data-testid="segment-more"
            >
              <IconDots {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconUsers {...icon} />}
              data-testid="segment-open"
              onClick={() => showPeople({ title: name, rule, segmentId: id })}
            >
              {t('open')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconPencil {...icon} />}
              onClick={() => navigate(`/members/segments/${id}`)}
            >
              {t('edit')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCopy {...icon} />}
              onClick={() => openSegmentDraft({ name: t('copyName', { name }), rule })}
            >
              {t('duplicate')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCamera {...icon} />}
              data-testid="segment-snapshot"
              onClick={taking.open}
            >
              {t('snapshot')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArchive {...icon} />}
              data-testid="segment-archive"
              onClick={() => void archive()}
            >
              {t(isArchived ? 'unarchive' : 'archive')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash {...icon} />}
              data-testid="segment-remove"
              onClick={() => void remove()}
            >
              {t('remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {snapshots.length > 0 && (
        <div className={classes.snapshots}>
          <SnapshotLines snapshots={snapshots} segment={segment} />
        </div>
      )}
      {isTaking && (
        <SnapshotDialog
          from={{ kind: 'rule', rule, title: name, segmentId: id }}
          onClose={taking.close}
        />
      )}
    </section>
  );
}
