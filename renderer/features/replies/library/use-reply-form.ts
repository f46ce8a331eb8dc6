import type { Reply } from '@shared/domain/replies/reply.schema';
import { replySchema } from '@shared/domain/replies/reply.schema';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { addReply, editReply } from '../replies.commands';
import { repliesMessages } from '../replies.messages';

/** What a new entry begins with. */
export type ReplyStart = Partial<
  Pick<Reply, 'keyword' | 'synonyms' | 'answer' | 'category' | 'groupIds'>
>;

const fieldsSchema = replySchema.pick({
  keyword: true,
  synonyms: true,
  answer: true,
  category: true,
  groupIds: true,
});

/** What parts one synonym from the next while typing, on either keyboard. */
export const WORD_BREAKS = [',', '，', '、', ';', '；'];

/** The draft of an entry, what is wrong with it, and its saving. */
export function useReplyForm(
  entry: Reply | undefined,
  start: ReplyStart,
  onSaved: (saved: { id: string; keyword: string; answer: string }) => void,
) {
  const t = useMessages(repliesMessages);
  const [draft, setDraft] = useState({
    keyword: entry?.keyword ?? start.keyword ?? '',
    synonyms: entry?.synonyms ?? start.synonyms ?? [],
    answer: entry?.answer ?? start.answer ?? '',
    category: entry?.category ?? start.category ?? '',
    groupIds: entry?.groupIds ?? start.groupIds ?? [],
  });
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();

  const save = async () => {
    setTried(true);
    const { category, ...rest } = draft;
    const keyword = draft.keyword.trim();
    if (keyword === '' || draft.answer.trim() === '') return;
    const input = fieldsSchema.safeParse({
      ...rest,
      ...(category.trim() !== '' && { category: category.trim() }),
    });
    if (!input.success) {
      setProblem(t('tooLong'));
      return;
    }
    try {
      let id = entry?.id;
      if (id === undefined) id = (await execute(addReply, input.data)).replyId;
      else await execute(editReply, { ...input.data, id });
      showDone(t(entry ? 'edited' : 'added', { keyword }), { undo: true });
      onSaved({ id, keyword, answer: input.data.answer });
    } catch (error) {
      setProblem(problemText(error));
    }
  };

  return {
    draft,
    change: (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch })),
    isTried,
    problem,
    save,
  };
}
