import { Button, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { ExportButton } from '@/features/export';
import { SnapshotDialog } from '@/features/segments';
import { assignTag, type PickedTag, unassignTag, useUntaggedWords } from '@/features/tags';
import { deferred } from '@/ui/deferred';
import { noteMembers } from '../batch.commands';
import { batchMessages } from './batch.messages';
import classes from './batch-bar.module.css';
import { ASKED_FROM, ConfirmDialog } from './confirm-dialog';
import { type BatchNote, NoteDialog } from './note-dialog';
import { TagButton, type TagTerms } from './tag-button';
import { useBatch } from './use-batch';

const MergeChosen = deferred(
  async () => (await import('@/features/duplicates')).MergeChosenDialog,
).Part;

/** So many records of one person are merged one pair after the other. */
const MOST_MERGED = 10;

type Asked = { title: string; action: string; go: () => void };
type BatchBarProps = { memberIds: ReadonlySet<string>; onClear: () => void };

/** What can be done with everybody who is ticked; each is one change that undo takes back whole. */
export function BatchBar({ memberIds, onClear }: BatchBarProps) {
  const t = useMessages(batchMessages);
  const untagged = useUntaggedWords();
  const format = useFormat();
  const { busy, run } = useBatch();
  const [asked, setAsked] = useState<Asked>();
  const [isNoting, noting] = useDisclosure(false);
  const [isTaking, taking] = useDisclosure(false);
  const [isMerging, merging] = useDisclosure(false);
  const ids = useMemo(() => [...memberIds], [memberIds]);
  const n = format.count(ids.length);

  /** Nobody is asked about few people: they are ticked in plain sight. */
  function ask(title: string, action: string, go: () => void): void {
    if (ids.length < ASKED_FROM) go();
    else setAsked({ title, action, go });
  }
  const tag = ({ tagId, name }: PickedTag, terms: TagTerms) =>
    ask(t('confirmTag', { n, name }), t('doTag'), () => {
      const work = async () => {
        const who = { memberIds: ids, name, ...(tagId ? { tagId } : {}), ...terms };
        const { tagged } = await execute(assignTag, who);
        return tagged > 0 ? t('tagged', { n: format.count(tagged), name }) : undefined;
      };
      void run('tag', work, t('taggedNone', { name }));
    });
  const untag = ({ tagId, name }: PickedTag) =>
    ask(t('confirmUntag', { n, name }), t('doUntag'), () => {
      const work = async () => {
        if (!tagId) return undefined;
        const who = { memberIds: ids, tagId, name };
        const { taken, isGivenByRule } = await execute(unassignTag, who);
        if (taken === 0) return undefined;
        return untagged(t('untagged', { n: format.count(taken), name }), isGivenByRule);
      };
      void run('untag', work, t('untaggedNone', { name }));
    });
  const note = (what: BatchNote) => {
    noting.close();
    const work = async () => {
      const { noted, full } = await execute(noteMembers, { memberIds: ids, ...what });
      const said = { n: format.count(noted), full: format.count(full) };
      return full > 0 ? t('notedFull', said) : t('noted', said);
    };
    void run('note', work, '');
  };
  const button = { size: 'compact-sm', variant: 'light' } as const;

  return (
    <div className={classes.bar} role="toolbar" aria-label={t('selected', { n: ids.length })}>
      <span data-testid="members-selected" data-count={ids.length}>
        {t('selected', { n })}
      </span>
      {busy !== undefined && <Working count={n} />}
      <TagButton
        label={t('tag')}
        testId="batch-tag"
        hasTerms
        isBusy={busy === 'tag'}
        onPick={tag}
      />
      <TagButton
        label={t('untag')}
        testId="batch-untag"
        hasTerms={false}
        isBusy={busy === 'untag'}
        onPick={untag}
      />
      <Button {...button} data-testid="batch-note" loading={busy === 'note'} onClick={noting.open}>
        {t('note')}
      </Button>
      <ExportButton
        list="members"
        testId="batch-export"
        scope={() => ({ memberIds: ids })}
        isCompact
      />
      <Button {...button} data-testid="batch-snapshot" onClick={taking.open}>
        {t('snapshot')}
      </Button>
      {ids.length >= 2 && ids.length <= MOST_MERGED && (
        <Button {...button} data-testid="batch-merge" onClick={merging.open}>
          {t('merge')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
        {t('clear')}
      </Button>
      {asked && (
        <ConfirmDialog
          title={asked.title}
          action={asked.action}
          memberIds={ids}
          onConfirm={() => {
            setAsked(undefined);
            asked.go();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {isNoting && <NoteDialog memberIds={ids} onSave={note} onClose={noting.close} />}
      {isTaking && (
        <SnapshotDialog
          from={{ kind: 'people', memberIds: ids, title: t('snapshotTitle') }}
          onClose={taking.close}
        />
      )}
      {isMerging && (
        <MergeChosen
          memberIds={ids}
          onClose={() => {
            merging.close();
            onClear();
          }}
        />
      )}
    </div>
  );
}

/** What takes longer than a second is said to be under way. */
function Working({ count }: { count: string }) {
  const t = useMessages(batchMessages);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? (
    <span className={classes.working} role="status" data-testid="batch-progress">
      <Loader size={14} /> {t('working', { n: count })}
    </span>
  ) : null;
}
