import { Button, Kbd, SegmentedControl, TextInput } from '@mantine/core';
import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import type { AuditedMember } from './audit.queries';
import { AuditReason } from './audit-reason';
import type { AuditToolProps } from './audit-tool';
import { useAuditKeys } from './use-audit-keys';
import { type Learnt, useDecideAudit } from './use-decide-audit';

type AuditCardProps = AuditedMember & { run: AuditToolProps['run'] };

const TYPED_IDS = ['wechatId', 'groupNickname', 'backOfficeId'] as const;

/** One person: the four identifiers, who they are, and the decision by one key. */
export function AuditCard({ run, audit, member }: AuditCardProps) {
  const t = useMessages(auditMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [learnt, setLearnt] = useState<Learnt>({
    identity: member.identity,
    wechatId: member.wechatId ?? '',
    groupNickname: member.groupNickname ?? '',
    backOfficeId: member.backOfficeId ?? '',
  });
  const [asking, setAsking] = useState<'rejected' | 'askAgain'>();
  const { decide, isBusy } = useDecideAudit(run, member);
  const approve = () => decide('approved', learnt);
  useAuditKeys(asking === undefined && !isBusy, {
    a: approve,
    r: () => setAsking('rejected'),
    s: () => setAsking('askAgain'),
  });
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  const set = (patch: Partial<Learnt>) => setLearnt((now) => ({ ...now, ...patch }));
  return (
    <article
      ref={card}
      className={classes.audit}
      data-testid="audit-card"
      data-member-id={member.id}
    >
      <header className={classes.auditHead}>
        <strong className={classes.person}>{member.name}</strong>
        <span className={classes.quiet}>
          {[member.region, member.channel].filter(Boolean).join(' · ')}
        </span>
        {audit.status === 'askAgain' && audit.reason && (
          <span className={classes.asked}>{t('askedFor', { reason: audit.reason })}</span>
        )}
      </header>
      <div className={classes.ids}>
        <div>
          <span className={classes.label}>{t('id.phone')}</span>
          <span className={classes.phone} data-missing={member.phone === undefined}>
            {member.phone ? format.phone(member.phone) : (member.phoneMasked ?? t('idMissing'))}
          </span>
        </div>
        {TYPED_IDS.map((field) => (
          <TextInput
            key={field}
            size="xs"
            label={t(`id.${field}`)}
            placeholder={t('idMissing')}
            maxLength={100}
            value={learnt[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
            onKeyDown={leaveField}
          />
        ))}
      </div>
      <div>
        <SegmentedControl
          size="xs"
          aria-label={t('identity')}
          data={IDENTITIES.map((value) => ({ value, label: words(`identity.${value}`) }))}
          value={learnt.identity}
          onChange={(value) => set({ identity: identityOf(value) })}
        />
        {learnt.identity === 'unknown' && <p className={classes.quiet}>{t('identityNeeded')}</p>}
      </div>
      {asking ? (
        <AuditReason
          kind={asking}
          isBusy={isBusy}
          onCancel={() => setAsking(undefined)}
          onConfirm={(reason) => decide(asking, learnt, reason)}
        />
      ) : (
        <div className={classes.line}>
          <Button
            size="sm"
            data-testid="audit-approve"
            disabled={isBusy}
            rightSection={<Kbd>A</Kbd>}
            onClick={approve}
          >
            {t('approve')}
          </Button>
          <Button
            size="sm"
            variant="default"
            data-testid="audit-reject"
            rightSection={<Kbd>R</Kbd>}
            onClick={() => setAsking('rejected')}
          >
            {t('reject')}
          </Button>
          <Button
            size="sm"
            variant="default"
            data-testid="audit-ask-again"
            rightSection={<Kbd>S</Kbd>}
            onClick={() => setAsking('askAgain')}
          >
            {t('askAgain')}
          </Button>
        </div>
      )}
    </article>
  );
}

/** Back to the single keys that decide. */
function leaveField(event: KeyboardEvent<HTMLInputElement>): void {
  const isDone = event.key === 'Enter' || event.key === 'Escape';
  if (isDone && !event.nativeEvent.isComposing) event.currentTarget.blur();
}

const identityOf = (value: string): Identity =>
  IDENTITIES.find((identity) => identity === value) ?? 'unknown';
