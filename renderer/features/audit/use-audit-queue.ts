import type { Member } from '@shared/domain/members/member.schema';
import type { Audit } from '@shared/domain/sop/audit.schema';
import { useCallback, useEffect, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useDataVersion } from '@/db/use-data-version';
import type { AuditAnswer, AuditView } from '@/workers/audit/audit-types';
import { queuePage } from './audit.queries';

/** Where somebody stands in the queue: a place, or the person to be found again. */
export type Place = { view: AuditView; text: string; offset: number; from?: string };

export type QueueCard = { audit: Audit; member: Member };

export type QueuePage = { place: Place; answer: AuditAnswer; members: Map<string, Member> };

export type AuditQueue = {
  page: QueuePage | undefined;
  /** The card under the eye: the first at the place that is not just being decided. */
  card: QueueCard | undefined;
  place: Place;
  go: (place: Partial<Place>) => void;
  /** The card leaves at once; `back` when what was written did not succeed. */
  leave: (audit: Audit) => { back: () => void };
  /** A decision was taken back: the person is in the state that they had left. */
  comeBack: () => void;
};

/** The queue around one place. What is on screen stays until the next answer is there. */
export function useAuditQueue(runId: string): AuditQueue {
  const version = useDataVersion();
  const [place, setPlace] = useState<Place>({ view: 'waiting', text: '', offset: 0 });
  const [page, setPage] = useState<QueuePage>();
  /** Who is being decided, with the time of the state that they leave. */
  const [leaving, setLeaving] = useState<ReadonlyMap<string, number>>(new Map());
  const asked = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to ask again
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    queuePage(runId, place).then((found) => {
      if (asked.current !== mine) return;
      setPage({ place, ...found });
    }, showProblem);
  }, [runId, place, version]);

  const go = useCallback((change: Partial<Place>) => {
    setPlace(({ from: _, ...before }) => ({ ...before, ...change }));
  }, []);

  const leave = useCallback((audit: Audit) => {
    const mark = (isLeaving: boolean) =>
      setLeaving((before) => {
        const after = new Map(before);
        if (isLeaving) after.set(audit.id, audit.at);
        else after.delete(audit.id);
        return after;
      });
    mark(true);
    return { back: () => mark(false) };
  }, []);

  const comeBack = useCallback(() => setLeaving(new Map()), []);

  return { page, card: page && firstCard(page, leaving), place, go, leave, comeBack };
}

function firstCard(page: QueuePage, leaving: ReadonlyMap<string, number>): QueueCard | undefined {
  for (const { audit } of page.answer.lines) {
    const member = page.members.get(audit.memberId);
    if (member && leaving.get(audit.id) !== audit.at) return { audit, member };
  }
  return undefined;
}
