import { Button, Popover } from '@mantine/core';
import type { Play } from '@shared/domain/plays/play.schema';
import { IconTag, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { dataWorker, execute } from '@/db/client';
import { ExportButton } from '@/features/export';
import { showPeople } from '@/features/segments';
import { assignTag, type PickedTag, TagPicker } from '@/features/tags';
import { usePlayWords } from '../use-play-words';
import classes from './play-panel.module.css';
import { usePlayIds } from './use-play-ids';

/** The people who are reached: look at them, tag them, take their list along. */
export function PlayActions({ play }: { play: Play }) {
  const { t, format } = usePlayWords();
  const [isPicking, setIsPicking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const ids = usePlayIds(play.id);

  async function tag({ tagId, name }: PickedTag) {
    setIsPicking(false);
    setIsBusy(true);
    try {
      const memberIds = await dataWorker().plays.ids(play.id, 'played');
      const { tagged } = await execute(assignTag, {
        memberIds,
        name,
        reason: play.name,
        ...(tagId ? { tagId } : {}),
      });
      showDone(
        tagged > 0 ? t('tagged', { n: format.count(tagged), name }) : t('taggedNone', { name }),
        { undo: tagged > 0 },
      );
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className={classes.actions} role="toolbar" aria-label={t('people')}>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconUsers size={14} />}
        data-testid="play-people"
        onClick={() =>
          showPeople({
            title: play.name,
            rule: { kind: 'snapshot', snapshotId: play.snapshotId },
          })
        }
      >
        {t('see')}
      </Button>
      <Popover opened={isPicking} onChange={setIsPicking} position="bottom-start" shadow="md">
        <Popover.Target>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconTag size={14} />}
            loading={isBusy}
            disabled={!ids || ids.length === 0}
            data-testid="play-tag"
            onClick={() => setIsPicking(true)}
          >
            {t('tag')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={8}>
          <TagPicker
            isInline
            testId="play-tag-picker"
            autoFocus
            onPick={(picked) => void tag(picked)}
            onCancel={() => setIsPicking(false)}
          />
        </Popover.Dropdown>
      </Popover>
      {ids && ids.length > 0 && (
        <ExportButton
          list="members"
          testId="play-export"
          label={t('export')}
          scope={() => ({ memberIds: ids })}
          isCompact
        />
      )}
    </div>
  );
}
