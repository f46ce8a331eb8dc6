import type { RosterDecision } from '@shared/domain/group-life/roster/roster-plan.rules';
import { useEffect, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { dataWorker, execute } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { RosterView } from '@/workers/rosters/roster-types';
import { commitRosterList } from '../group-lists.commands';
import { listBoxMessages } from './list-box.messages';

type Draft = {
  text: string;
  /** Without one the list is of today. */
  day: string | undefined;
  /** What was said of entries, once the list was compared. */
  decisions: ReadonlyMap<string, RosterDecision> | undefined;
};

const EMPTY: Draft = { text: '', day: undefined, decisions: undefined };
const NOTHING_SAID: ReadonlyMap<string, RosterDecision> = new Map();

/** A list that is being worked on is still there when one comes back to the group. */
const drafts = new Map<string, Draft>();

/** From pasted text to the committed list of a group; everything in between can be mended. */
export function useListDraft(groupId: string, groupName: string, today: string) {
  const [draft, setDraft] = useState(() => drafts.get(groupId) ?? EMPTY);
  const [view, setView] = useState<RosterView>();
  const [isBusy, setBusy] = useState(false);
  const version = useDataVersion();
  const latest = useRef(0);
  const { text, decisions } = draft;
  const day = draft.day ?? today;

  useEffect(() => {
    drafts.set(groupId, draft);
  }, [groupId, draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after every change of the data
  useEffect(() => {
    if (!decisions) {
      setView(undefined);
      return undefined;
    }
    latest.current += 1;
    const mine = latest.current;
    const isCurrent = () => mine === latest.current;
    setBusy(true);
    dataWorker()
      .rosters.plan({ groupId, day, text, decisions: [...decisions] })
      .then((next) => isCurrent() && setView(next))
      .catch((error: unknown) => {
        if (isCurrent()) setDraft((now) => ({ ...now, decisions: undefined }));
        showProblem(error);
      })
      .finally(() => isCurrent() && setBusy(false));
    return () => {
      latest.current += 1;
      setBusy(false);
    };
  }, [groupId, day, text, decisions, version]);

  /** Another text or day takes the old plan away. */
  const change = (patch: Partial<Pick<Draft, 'text' | 'day'>>) =>
    setDraft((now) => ({ ...now, ...patch, decisions: undefined }));
  const decide = (said: readonly (readonly [string, RosterDecision])[]) =>
    setDraft((now) => ({ ...now, decisions: new Map([...(now.decisions ?? []), ...said]) }));

  async function commit(note: string): Promise<void> {
    if (!view) return;
    const { plan } = view;
    setBusy(true);
    try {
      const { joinedIds, leftIds } = await execute(commitRosterList, {
        language: currentLanguage() === 'en' ? 'en' : 'zh',
        groupId,
        day,
        joined: plan.joined.map(({ memberId, nickname }) => ({ memberId, nickname })),
        stayed: plan.stayed.map(({ memberId, nickname }) => ({ memberId, nickname })),
        left: plan.left,
        unknown: [...plan.unknown, ...plan.undecided.map(({ entry }) => entry.name)],
        fresh: plan.fresh,
        violatorIds: plan.violators.map(({ memberId }) => memberId),
        total: plan.total,
        ...(note.trim() && { note: note.trim() }),
      });
      setDraft(EMPTY);
      const counts = {
        joined: joinedIds.length,
        left: leftIds.length,
        stayed: plan.stayed.length,
      };
      showDone(translator(listBoxMessages)('done', { group: groupName, ...counts }), {
        undo: true,
      });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    text,
    day,
    view,
    isBusy,
    isAsked: decisions !== undefined,
    decisions: decisions ?? NOTHING_SAID,
    change,
    decide,
    plan: () => setDraft((now) => ({ ...now, decisions: new Map() })),
    clear: () => setDraft(EMPTY),
    commit,
  };
}
export type ListDraft = ReturnType<typeof useListDraft>;
