import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { readDb } from '@/db/read';
import type { MemberEvent } from '@/workers/index/list-types';

/** Kinds that come with words; the others never have any to fetch. */
const SPOKEN = new Set(['ugc', 'question', 'answer', 'complaint', 'nps', 'note', 'share']);

/** What was said in an interaction; fetched when it comes into view. */
export function EventText({ event }: { event: MemberEvent }) {
  const { id, kind, value } = event;
  const [text, setText] = useState('');
  useEffect(() => {
    if (!SPOKEN.has(kind)) return undefined;
    let isCurrent = true;
    readDb
      .pagedGet('interactions', id)
      .then((row) => isCurrent && setText(row?.text ?? ''), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [id, kind]);
  return (
    <span title={text}>
      {[value, text].filter((it) => it !== undefined && it !== '').join(' ')}
    </span>
  );
}
