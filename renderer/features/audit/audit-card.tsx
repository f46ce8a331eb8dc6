import { Button, Kbd } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { dataWorker } from '@/db/client';
import type { Learnt } from './audit.commands';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { type Draft, draftOf, learntOf, shownPhone } from './audit-draft';
import { AuditIds } from './audit-ids';
import { AuditPerson } from './audit-person';
import { AuditReason } from './audit-reason';
import { AuditTwins } from './audit-twins';
import { CardPhotos } from './photos/card-photos';
import { useAuditKeys } from './use-audit-keys';
import type { QueueCard } from './use-audit-queue';
import type { Decision } from './use-decide-audit';
import { useIdConflicts, useSuggestions } from './use-suggestions';

type AuditCardProps = {
  run: SopRun;
  card: QueueCard;
  corner: ReactNode;
  /** Not the first card that is seen: it comes where the one before was. */
  isFollowing: boolean;
  onDecide: (
    status: Decision,
    learnt: Learnt,
    more?: { reason?: string; said?: 'askedToast' | 'askedNoCopy' },
  ) => void;
};

/** One person: the four identifiers, who they are, and the decision by one key. */
export function AuditCard({ run, card, corner, isFollowing, onDecide }: AuditCardProps) {
  const t = useMessages(auditMessages);
  const { audit, member } = card;
  const isMasked = useSettings().privacyMask === true;
  const [draft, setDraft] = useState<Draft>(() => draftOf(member));
  const [asking, setAsking] = useState<'rejected' | 'askAgain'>();
  const [isWarned, setWarned] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const follows = useRef(isFollowing);
  const { suggestions, twins } = useSuggestions(member.id);
  const conflicts = useIdConflicts(member, draft);
  const learnt = learntOf(draft);
  const set = (patch: Partial<Draft>) => {
    setWarned(false);
    setDraft((now) => ({ ...now, ...patch }));
  };
  const focus = (field: string) =>
    frame.current?.querySelector<HTMLElement>(`[data-field=${field}]`)?.focus();
  const openAsking = (kind: 'rejected' | 'askAgain') => (learnt ? setAsking(kind) : focus('phone'));
  const approve = async () => {
    if (!learnt) return focus('phone');
    if (!isWarned) {
      // Asked once more: the last key may have come before the answer to what was typed.
      const { phone, wechatId, backOfficeId } = learnt;
      const typed = { phone, wechatId, backOfficeId };
      const known = await dataWorker().audits.conflicts(member.id, definedOf(typed));
      if (known.length > 0) return setWarned(true);
    }
    onDecide('approved', learnt);
  };
  const open = suggestions.filter(({ field }) => draft[field].trim() === '');
  const takeFirst = () => {
    const [first] = open;
    if (first)
      set({ [first.field]: first.field === 'phone' ? shownPhone(first.value) : first.value });
  };
  useAuditKeys(asking === undefined, {
    a: () => void approve(),
    r: () => openAsking('rejected'),
    s: () => openAsking('askAgain'),
    f: takeFirst,
    1: () => focus('phone'),
    2: () => focus('wechatId'),
    3: () => focus('groupNickname'),
    4: () => focus('backOfficeId'),
    5: () =>
      frame.current?.querySelector<HTMLElement>('[data-field=identity] input:checked')?.focus(),
    6: () => focus('region'),
  });
  useEffect(() => {
    // A field of the card before keeps no focus: the next key is a decision again.
    frame.current?.focus({ preventScroll: true });
    if (follows.current) frame.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <article
      ref={frame}
      tabIndex={-1}
      data-autofocus
      className={classes.audit}
      data-testid="audit-card"
      data-member-id={member.id}
    >
      <AuditPerson card={card} corner={corner} />
      <div className={classes.body}>
        <CardPhotos run={run} audit={audit} member={member} />
        <div className={classes.side}>
          <AuditIds
            draft={draft}
            member={member}
            isMasked={isMasked}
            suggestions={open}
            conflicts={conflicts}
            onChange={set}
          />
          <AuditTwins memberId={member.id} twins={twins} />
          {isWarned && (
            <p className={classes.warning} role="alert" data-testid="audit-conflict-again">
              {t('conflictAgain')}
            </p>
          )}
          {asking ? (
            <AuditReason
              kind={asking}
              member={member}
              draft={draft}
              onCancel={() => {
                setAsking(undefined);
                frame.current?.focus({ preventScroll: true });
              }}
              onConfirm={(more) => learnt && onDecide(asking, learnt, more)}
            />
          ) : (
            <div className={classes.line}>
              <Button
                size="sm"
                data-testid="audit-approve"
                rightSection={<Kbd size="xs">A</Kbd>}
                onClick={() => void approve()}
              >
                {t('approve')}
              </Button>
              <Button
                size="sm"
                variant="default"
                data-testid="audit-reject"
                rightSection={<Kbd size="xs">R</Kbd>}
                onClick={() => openAsking('rejected')}
              >
                {t('reject')}
              </Button>
              <Button
                size="sm"
                variant="default"
                data-testid="audit-ask-again"
                rightSection={<Kbd size="xs">S</Kbd>}
                onClick={() => openAsking('askAgain')}
              >
                {t('askAgain')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </article>
  );
}

/** Without the fields that have no value: the worker asks for none of them. */
function definedOf<K extends string>(
  values: Record<K, string | undefined>,
): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<
    Record<K, string>
  >;
}
