import { Button, Group, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import type { CommentLine } from '@/workers/feelings/comment-types';
import type { MemberListRow } from '@/workers/index/list-types';
import { attachComment } from '../feelings.commands';
import { feelingsMessages } from '../feelings.messages';

const FOUND_AT_MOST = 8;
const TYPING_MS = 150;

/** The member whose comment it is: looked for, changed, opened. */
export function SpeakerField({ comment }: { comment: CommentLine }) {
  const t = useMessages(feelingsMessages);
  const [, navigate] = useLocation();
  const { text, setText, options, nameOf } = useMemberSearch(comment);
  const { memberId } = comment;

  async function attach(to: string | null): Promise<void> {
    const who = to === null ? '' : (nameOf(to) ?? '');
    try {
      await execute(attachComment, { id: comment.id, memberId: to, who });
      showDone(to === null ? t('detachedDone') : t('attachedDone', { who }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <Group gap={8} wrap="nowrap">
      <Select
        flex={1}
        data-testid="comment-member"
        aria-label={t('who')}
        placeholder={t('whoSearch')}
        searchable
        clearable
        value={memberId ?? null}
        searchValue={text}
        onSearchChange={setText}
        onChange={(to) => void attach(to)}
        // The worker searched already, also by pinyin and phone.
        filter={({ options: all }) => all}
        data={options}
        nothingFoundMessage={t('filterNothing')}
      />
      {memberId !== undefined && (
        <Button variant="default" onClick={() => navigate(`/members/${memberId}`)}>
          {t('openMember')}
        </Button>
      )}
    </Group>
  );
}

function useMemberSearch({ memberId, memberName }: CommentLine) {
  const format = useFormat();
  const [text, setText] = useState(memberName ?? '');
  const [found, setFound] = useState<MemberListRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      dataWorker()
        .lists.queryMembers({ text: text.trim(), limit: FOUND_AT_MOST })
        .then((answer) => isCurrent && setFound(answer.rows), showProblem);
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  const own = memberId === undefined ? [] : [{ value: memberId, label: memberName ?? memberId }];
  const others = found
    .filter(({ id }) => id !== memberId)
    .map(({ id, name, phone }) => ({
      value: id,
      label: phone === undefined ? name : `${name} ${format.phone(phone)}`,
    }));
  const nameOf = (id: string) => found.find((member) => member.id === id)?.name ?? memberName;
  return { text, setText, options: [...own, ...others], nameOf };
}
