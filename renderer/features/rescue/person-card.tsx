import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import type { RescuePerson } from './person-list';
import { rescueMessages } from './rescue.messages';
import classes from './rescue.module.css';
import { textFor } from './rescue-text';
import { useKeys } from './use-keys';

type PersonCardProps = {
  person: RescuePerson | undefined;
  isAllDone: boolean;
  script: string | undefined;
  values: Readonly<Record<string, string>> | undefined;
  onMark: (isDone: boolean) => void;
  onNext: () => void;
};

/** One person: how to reach them, what to write, ready to copy. */
export function PersonCard(props: PersonCardProps) {
  const { person, isAllDone, script, values, onMark, onNext } = props;
  const t = useMessages(rescueMessages);
  const format = useFormat();
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  const member = useLive(async () => {
    const found = person && (await readDb.pagedGet('members', person.memberId));
    return found ?? null;
  }, [person?.memberId]);
  const called = member?.groupNickname || member?.name || person?.name || '';
  const text = script && textFor(script, called, values);
  const copy = () => {
    if (!text) return;
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  };
  useKeys({ c: copy });
  if (!person) {
    return (
      <section className={classes.card}>
        {isAllDone ? (
          <EmptyState icon={IconCheck} title={t('allDone')} text={t('allDoneText')} />
        ) : (
          <p className={classes.quiet}>{t('empty')}</p>
        )}
      </section>
    );
  }
  return (
    <section className={classes.card} data-testid="rescue-card">
      <h2 className={classes.name}>{person.name ?? t('noName')}</h2>
      {member === null && <p className={classes.quiet}>{t('gone')}</p>}
      {member && (
        <dl className={classes.facts}>
          {member.phone && (
            <div>
              <dt>{t('phone')}</dt>
              <dd>{format.phone(member.phone)}</dd>
            </div>
          )}
          {member.wechatId && (
            <div>
              <dt>{t('wechat')}</dt>
              <dd>{member.wechatId}</dd>
            </div>
          )}
        </dl>
      )}
      {text ? (
        <p className={classes.script} data-testid="rescue-text">
          {text}
        </p>
      ) : (
        <p className={classes.quiet}>{t('noScript')}</p>
      )}
      <div className={classes.buttons}>
        {text && (
          <Button variant="light" leftSection={<IconCopy size={16} />} onClick={copy}>
            {t(said ?? 'copy')}
          </Button>
        )}
        {person.isDone ? (
          <Button variant="default" onClick={() => onMark(false)}>
            {t('undoDone')}
          </Button>
        ) : (
          <Button
            data-testid="rescue-done"
            leftSection={<IconCheck size={16} />}
            onClick={() => onMark(true)}
          >
            {t('done')}
          </Button>
        )}
        <Button variant="subtle" onClick={onNext}>
          {t('next')}
        </Button>
      </div>
      <p className={classes.quiet}>{t('keys')}</p>
    </section>
  );
}
