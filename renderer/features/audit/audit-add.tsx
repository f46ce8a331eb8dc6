import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import type { MemberListRow } from '@/workers/index/list-types';
import { queueForAudit } from './audit.commands';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { searchRoster, targetIdsOf } from './audit.queries';

const MOST_FOUND = 6;
const MOST_AT_ONCE = 2000;
const SEARCH_DELAY_MS = 120;

type AuditAddProps = { run: SopRun; queuedIds: ReadonlySet<string> };

/** Puts people of the roster into the queue: by search one by one, or the whole target of step 1. */
export function AuditAdd({ run, queuedIds }: AuditAddProps) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), SEARCH_DELAY_MS);
  const found = useAnswer(`search:${query}`, async () =>
    query ? searchRoster(query, MOST_FOUND) : [],
  );
  const { target } = run;
  const targetIds = useAnswer(`target:${JSON.stringify(target)}`, async () =>
    target?.by === 'all' ? [] : targetIdsOf(run),
  );
  const missing = (targetIds ?? []).filter((id) => !queuedIds.has(id)).slice(0, MOST_AT_ONCE);
  const add = async (memberIds: string[]) => {
    try {
      const { added } = await execute(queueForAudit, { runId: run.id, memberIds });
      setText('');
      const words = added > 0 ? t('addedToast', { count: format.count(added) }) : t('addedNone');
      showDone(words, { undo: added > 0 });
    } catch (error) {
      showProblem(error);
    }
  };
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
            const first = found?.find((member) => !queuedIds.has(member.id));
            if (event.key === 'Enter' && first) void add([first.id]);
            if (event.key === 'Escape' && text === '') event.currentTarget.blur();
            if (event.key === 'Escape') setText('');
          }}
        />
        {missing.length > 0 && (
          <Button variant="default" onClick={() => void add(missing)}>
            {t('addTarget', { count: format.count(missing.length) })}
          </Button>
        )}
      </div>
      {query !== '' && found && (
        <ul className={classes.found}>
          {found.length === 0 && <li className={classes.quiet}>{t('noMatch')}</li>}
          {found.map((member) => (
            <FoundRow
              key={member.id}
              member={member}
              isQueued={queuedIds.has(member.id)}
              onAdd={() => void add([member.id])}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type FoundRowProps = { member: MemberListRow; isQueued: boolean; onAdd: () => void };

function FoundRow({ member, isQueued, onAdd }: FoundRowProps) {
  const t = useMessages(auditMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const facts = [
    words(`identity.${member.identity}`),
    member.region,
    member.phone && format.phone(member.phone),
  ];
  return (
    <li>
      <button
        type="button"
        className={classes.foundButton}
        data-testid="audit-found"
        data-member-id={member.id}
        disabled={isQueued}
        onClick={onAdd}
      >
        <strong>{member.name}</strong>
        <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
        {isQueued ? (
          <span className={classes.quiet}>{t('inQueue')}</span>
        ) : (
          <IconPlus size={16} aria-hidden />
        )}
      </button>
    </li>
  );
}
