import { Menu, TextInput } from '@mantine/core';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { MemberListRow } from '@/workers/index/list-types';

const FOUND_AT_MOST = 6;

type MemberMenuItemsProps = {
  words: { search: string; hint: string; nobody: string };
  testIds?: { search: string; found: string };
  onPick: (member: MemberListRow) => void;
};

/** Inside a menu: a field that finds members as their list does, and an item for each found. */
export function MemberMenuItems({ words, testIds, onPick }: MemberMenuItemsProps) {
  const format = useFormat();
  const [text, setText] = useState('');
  const [found, setFound] = useState<MemberListRow[]>();
  async function find(wanted: string): Promise<void> {
    setText(wanted);
    if (wanted.trim() === '') {
      setFound(undefined);
      return;
    }
    try {
      const query = { text: wanted.trim(), limit: FOUND_AT_MOST };
      setFound((await dataWorker().lists.queryMembers(query)).rows);
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <>
      <TextInput
        size="xs"
        m={4}
        placeholder={words.hint}
        aria-label={words.search}
        data-testid={testIds?.search}
        value={text}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
        onChange={(event) => void find(event.currentTarget.value)}
      />
      {found?.map((member) => (
        <Menu.Item key={member.id} data-testid={testIds?.found} onClick={() => onPick(member)}>
          {member.name} <small>{member.phone && format.phone(member.phone)}</small>
        </Menu.Item>
      ))}
      {found?.length === 0 && <Menu.Label>{words.nobody}</Menu.Label>}
    </>
  );
}
