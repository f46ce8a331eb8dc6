import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { ExportButton } from '@/features/export';
import { assignTag, type PickedTag, TagPicker, unassignTag } from '@/features/tags';
import classes from './batch-bar.module.css';
import { membersMessages } from './members.messages';

type BatchBarProps = { memberIds: ReadonlySet<string>; onClear: () => void };

/** What can be done with everybody who is ticked; each is one change that undo takes back whole. */
export function BatchBar({ memberIds, onClear }: BatchBarProps) {
  const t = useMessages(membersMessages);
  const format = useFormat();
  const [busy, setBusy] = useState<'tag' | 'untag'>();

  async function run(
    kind: 'tag' | 'untag',
    work: () => Promise<string | undefined>,
    nothing: string,
  ) {
    setBusy(kind);
    try {
      const done = await work();
      showDone(done ?? nothing, { undo: done !== undefined });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(undefined);
    }
  }
  const tag = ({ tagId, name }: PickedTag) =>
    run(
      'tag',
      async () => {
        const who = { memberIds: [...memberIds], name, ...(tagId ? { tagId } : {}) };
        const { tagged } = await execute(assignTag, who);
        return tagged > 0 ? t('tagged', { n: format.count(tagged), name }) : undefined;
      },
      t('taggedNone', { name }),
    );
  const untag = ({ tagId, name }: PickedTag) =>
    run(
      'untag',
      async () => {
        if (!tagId) return undefined;
        const { taken } = await execute(unassignTag, { memberIds: [...memberIds], tagId, name });
        return taken > 0 ? t('untagged', { n: format.count(taken), name }) : undefined;
      },
      t('untaggedNone', { name }),
    );

  return (
    <div className={classes.bar} role="toolbar" aria-label={t('selected', { n: memberIds.size })}>
      <span data-testid="members-selected" data-count={memberIds.size}>
        {t('selected', { n: format.count(memberIds.size) })}
      </span>
      <TagButton label={t('batchTag')} testId="batch-tag" isBusy={busy === 'tag'} onPick={tag} />
      <TagButton
        label={t('batchUntag')}
        testId="batch-untag"
        isBusy={busy === 'untag'}
        onPick={untag}
      />
      <ExportButton
        list="members"
        testId="batch-export"
        scope={() => ({ memberIds: [...memberIds] })}
        isCompact
      />
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
        {t('batchClear')}
      </Button>
    </div>
  );
}

type TagButtonProps = {
  label: string;
  testId: string;
  isBusy: boolean;
  onPick: (tag: PickedTag) => void;
};

function TagButton({ label, testId, isBusy, onPick }: TagButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top" shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="light"
          loading={isBusy}
          data-testid={testId}
          onClick={() => setIsOpen(true)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <TagPicker
          testId={`${testId}-picker`}
          autoFocus
          onPick={(tag) => {
            setIsOpen(false);
            onPick(tag);
          }}
          onCancel={() => setIsOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
