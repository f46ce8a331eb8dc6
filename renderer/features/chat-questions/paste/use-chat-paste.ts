import { DEFAULT_ANSWER_WINDOW_MS } from '@shared/domain/chat/answers.rules';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { backUpBefore } from '@/db/backup-schedule';
import { dataWorker, execute } from '@/db/client';
import type { ChatPlan } from '@/workers/replies/chat-desk';
import { commitChat } from '../chat-questions.commands';
import { chatQuestionsMessages } from '../chat-questions.messages';
import { rememberedOfficials, rememberOfficials } from './officials';

const LARGEST_BYTES = 20 * 1024 * 1024;
const LARGE = 500;

/** The way of a chat into the console: text, group and day; plan; one command. The text stays here. */
export function useChatPaste(
  start: { groupId: string | undefined; today: string },
  onDone: () => void,
) {
  const t = useMessages(chatQuestionsMessages);
  const [text, setText] = useState('');
  const [groupId, setGroupId] = useState(start.groupId);
  const [day, setDay] = useState(start.today);
  const [officials, setOfficials] = useState<readonly string[]>([]);
  const [plan, setPlan] = useState<ChatPlan>();
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function during(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  }

  const read = (names: readonly string[]) =>
    during(async () => {
      if (groupId === undefined) return;
      const found = await dataWorker().chats.plan({
        pasted: text,
        groupId,
        day,
        officials: [...names],
        windowMs: DEFAULT_ANSWER_WINDOW_MS,
      });
      if (found.messages === 0) {
        setPlan(undefined);
        setProblem(t('paste.nothing'));
        return;
      }
      setOfficials(names);
      setPlan(found);
    });

  return {
    text,
    setText,
    groupId,
    setGroupId,
    day,
    setDay,
    plan,
    isBusy,
    isTried,
    problem,
    look: async () => {
      setTried(true);
      if (groupId === undefined || text.trim() === '') return;
      await read(await rememberedOfficials(groupId));
    },
    /** The same chat read with somebody more, or less, who speaks for the house. */
    setOfficial: (name: string, isOfficial: boolean) =>
      read(isOfficial ? [...officials, name] : officials.filter((official) => official !== name)),
    isSetOfficial: (name: string) => officials.includes(name),
    readFile: (file: File) =>
      during(async () => {
        if (file.size > LARGEST_BYTES) setProblem(t('paste.tooLong'));
        else setText(await readText(file));
      }),
    back: () => setPlan(undefined),
    commit: (groupName: string) =>
      during(async () => {
        if (!plan || groupId === undefined) return;
        const { questions, days, acts } = plan;
        if (questions.length >= LARGE) await backUpBefore('import');
        const done = await execute(commitChat, { groupId, groupName, questions, days, acts });
        rememberOfficials(groupId, officials);
        onDone();
        showDone(
          t('plan.done', {
            questions: done.questions.added + done.questions.changed,
            days: done.days.added + done.days.changed,
          }),
          { undo: true },
        );
      }),
  };
}

export type ChatPaste = ReturnType<typeof useChatPaste>;

/** Chats saved by older Windows programs are GB 18030. */
async function readText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
