import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { MemberListRow } from '@/workers/index/list-types';
import { growthValueMessages } from './growth-value.messages';

export type FoundMember = { id: string; name: string };

const SHOWN = 20;

/** Finds one member the way the list's search does. */
export function MemberFinder({ onPick }: { onPick: (member: FoundMember) => void }) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 120);
  const [found, setFound] = useState<MemberListRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .lists.queryMembers({ text: asked, limit: SHOWN })
      .then(({ rows }) => isCurrent && setFound(rows), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return (
    <Select
      label={t('findMember')}
      placeholder={t('findHint')}
      data-testid="growth-find"
      searchable
      autoFocus
      nothingFoundMessage={t('nobody')}
      filter={({ options }) => options}
      onSearchChange={setText}
      data={found.map(({ id, name, phone, region }) => ({
        value: id,
        label: [name, phone && format.phone(phone), region].filter(Boolean).join(' · '),
      }))}
      onChange={(id) => {
        const member = found.find((it) => it.id === id);
        if (member) onPick({ id: member.id, name: member.name });
      }}
    />
  );
}
