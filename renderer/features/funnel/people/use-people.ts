import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { PeopleAnswer, PeopleQuestion, PersonAtStep } from '@/workers/funnel/funnel-types';

const PAGE = 50;

export type NamedPerson = PersonAtStep & { name: string | undefined };
export type PeopleList = Omit<PeopleAnswer, 'rows'> & { rows: NamedPerson[] };

async function askPage(question: PeopleQuestion): Promise<PeopleList> {
  const answer = await dataWorker().funnel.people({ ...question, limit: PAGE });
  const ids = answer.rows.flatMap(({ memberId }) => (memberId === undefined ? [] : [memberId]));
  const names = await dataWorker().lists.memberNames(ids);
  const nameOf = new Map(ids.map((id, index) => [id, names[index]]));
  const rows = answer.rows.map((row) => ({ ...row, name: nameOf.get(row.memberId ?? '') }));
  return { ...answer, rows };
}

/** Who stands at a step, longest waiting first, a page at a time; from the top after every change. */
export function usePeople(question: PeopleQuestion) {
  const version = useDataVersion();
  const key = JSON.stringify(question);
  const [list, setList] = useState<{ key: string; people: PeopleList }>();
  const [isAsking, setAsking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and version say when to ask again
  useEffect(() => {
    let isCurrent = true;
    askPage(question).then((people) => isCurrent && setList({ key, people }), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  const people = list?.key === key ? list.people : undefined;
  const more = async () => {
    const after = people?.rows[people.rows.length - 1]?.key;
    if (!people || after === undefined) return;
    setAsking(true);
    try {
      const next = await askPage({ ...question, after });
      setList({ key, people: { ...next, rows: [...people.rows, ...next.rows] } });
    } catch (error) {
      showProblem(error);
    }
    setAsking(false);
  };
  return { people, more, isAsking, pageSize: PAGE };
}
