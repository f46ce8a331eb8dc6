import type { Group } from '@shared/domain/groups/group.schema';
import { classesInUse, groupsOfClass } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { problemText } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import type { StandingsAnswer } from '@/workers/group-life/life-types';
import type { BoardRow } from './board.rules';

/** The newest answer, shown at once when the board opens again while the next is on its way. */
let newest: StandingsAnswer | undefined;

type Standings = {
  answer: StandingsAnswer | undefined;
  /** The answer is of now, not of the last time that the board was open. */
  isFresh: boolean;
  problem: string | undefined;
  retry: () => void;
};

/** How all groups stand: asked when the board opens and again after every change of the data. */
function useStandings(): Standings {
  const today = useToday();
  const version = useDataVersion();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ answer?: StandingsAnswer; problem?: string }>({});
  const asking = useRef({ isBusy: false, isDue: false, isGone: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: day, version and round say when to ask again
  useEffect(() => {
    const mine = asking.current;
    // One question at a time: a burst of commits is answered once more when the last answer is there.
    const ask = () => {
      mine.isDue = mine.isBusy;
      if (mine.isBusy) return;
      mine.isBusy = true;
      const known = newest?.stamp;
      dataWorker()
        .groupLife.standings({ nowMs: Date.now(), ...(known !== undefined && { known }) })
        .then(
          (answer) => {
            newest = answer ?? newest;
            if (!mine.isGone && newest) setState({ answer: newest });
          },
          (error: unknown) => !mine.isGone && setState({ problem: problemText(error) }),
        )
        .finally(() => {
          mine.isBusy = false;
          if (mine.isDue && !mine.isGone) ask();
        });
    };
    ask();
  }, [today, version, round]);
  useEffect(() => {
    const mine = asking.current;
    mine.isGone = false;
    return () => {
      mine.isGone = true;
    };
  }, []);
  const retry = useCallback(() => setRound((it) => it + 1), []);
  const before = newest?.today === today ? newest : undefined;
  return {
    answer: state.problem === undefined ? (state.answer ?? before) : undefined,
    isFresh: state.answer !== undefined,
    problem: state.problem,
    retry,
  };
}

const readGroups = () => readDb.rows('groups').all();
const readClasses = () => readDb.rows('memberClasses').all();

export type Board = {
  rows: BoardRow[] | undefined;
  classes: MemberClass[];
  answer: StandingsAnswer | undefined;
  isFresh: boolean;
  problem: string | undefined;
  retry: () => void;
};

/** The groups of the board with their classes; `rows` is `undefined` until all is known. */
export function useBoard(): Board {
  const standings = useStandings();
  const groups = useLive(readGroups, []);
  const stored = useLive(readClasses, []);
  const { answer } = standings;
  const classes = useMemo(
    () => classesInUse(stored ?? [], currentLanguage() === 'en' ? 'en' : 'zh'),
    [stored],
  );
  const rows = useMemo(
    () => (groups && stored && answer ? rowsOf(groups, classes, answer) : undefined),
    [groups, stored, answer, classes],
  );
  return { ...standings, rows, classes };
}

function rowsOf(
  groups: readonly Group[],
  classes: readonly MemberClass[],
  answer: StandingsAnswer,
): BoardRow[] {
  const standings = new Map(answer.standings.map((it) => [it.groupId, it]));
  return groups.flatMap((group): BoardRow[] => {
    const standing = standings.get(group.id);
    if (!standing) return [];
    const own =
      classes.find(({ id }) => id === group.classId) ??
      // As if it still lived: a dissolved group had a class too.
      classes.find((it) => groupsOfClass(it, [{ ...group, phase: 'late' }], classes).length > 0);
    return [{ group, classId: own?.id, className: own?.name, standing }];
  });
}
