import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconClipboardText, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { queueForAudit } from './audit.commands';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { notYetQueued, searchRoster } from './audit.queries';
import { FoundPeople } from './found-people';
import { PasteDialog } from './paste-dialog';

const MOST_FOUND = 6;
const MOST_AT_ONCE = 5000;
const SEARCH_DELAY_MS = 120;

type AuditAddProps = {
  run: SopRun;
  position: number;
  /** How many are queued: whoever was added is no longer offered. */
  version: number;
};

/** Puts people into the queue: by search, the run's target, those who wrote back, a pasted list. */
export function AuditAdd({ run, position, version }: AuditAddProps) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const [text, setText] = useState('');
  const [isPasting, setPasting] = useState(false);
  const [query] = useDebouncedValue(text.trim(), SEARCH_DELAY_MS);
  const found = useAnswer(query === '' ? undefined : `search:${query}`, () =>
    searchRoster(run.id, query, MOST_FOUND),
  );
  const offers = useAnswer(
    query === ''
      ? `offers:${JSON.stringify(run.target)}:${run.targetSnapshotId}:${version}`
      : undefined,
    () => notYetQueued(run, position - 1),
  );
  const add = async (memberIds: readonly string[]) => {
    try {
      const some = memberIds.slice(0, MOST_AT_ONCE);
      const { added } = await execute(queueForAudit, { runId: run.id, memberIds: some });
      setText('');
      const words = added > 0 ? t('addedToast', { count: format.count(added) }) : t('addedNone');
      showDone(words, { undo: added > 0 });
    } catch (error) {
      showProblem(error);
    }
  };
  const targeted = offers?.target ?? [];
  const replied = offers?.replied ?? [];
  return (
    <div className={classes.add}>
      <div className={classes.line}>
        <TextInput
          className={classes.grow}
          data-testid="audit-search"
          leftSection={<IconSearch size={16} />}
          placeholder={t('addSearch')}
          aria-label={t('addSearch')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found?.find(({ isQueued }) => !isQueued);
            if (event.key === 'Enter' && first) void add([first.row.id]);
            if (event.key === 'Escape' && text === '') event.currentTarget.blur();
            if (event.key === 'Escape') setText('');
          }}
        />
        {targeted.length > 0 && (
          <Button
            variant="default"
            data-testid="audit-add-target"
            onClick={() => void add(targeted)}
          >
            {t('addTarget', { count: format.count(Math.min(targeted.length, MOST_AT_ONCE)) })}
          </Button>
        )}
        {replied.length > 0 && (
          <Button
            variant="default"
            data-testid="audit-add-replied"
            onClick={() => void add(replied)}
          >
            {t('addReplied', { step: position - 1, count: format.count(replied.length) })}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} />}
          data-testid="audit-paste"
          onClick={() => setPasting(true)}
        >
          {t('addPaste')}
        </Button>
      </div>
      {query !== '' && found && <FoundPeople found={found} onAdd={(id) => void add([id])} />}
      {isPasting && <PasteDialog run={run} onClose={() => setPasting(false)} />}
    </div>
  );
}
