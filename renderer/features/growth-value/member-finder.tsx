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
  const [found, setFound] = useState<{ text: string; rows: MemberListRow[] }>();
  const [chosen, setChosen] = useState<MemberListRow>();
  const labelOf = ({ name, phone, region }: MemberListRow) =>
    [name, phone && format.phone(phone), region].filter(Boolean).join(' · ');
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .lists.queryMembers({ text: asked, limit: SHOWN })
      .then(({ rows }) => isCurrent && setFound({ text: asked, rows }), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  // Nobody is offered whom the words typed last do not mean.
  const rows = found?.text === text ? found.rows : [];
  const offered = chosen && !rows.some((it) => it.id === chosen.id) ? [...rows, chosen] : rows;
  return (
    <Select
      label={t('findMember')}
      placeholder={t('findHint')}
      data-testid="growth-find"
      searchable
      autoFocus
      nothingFoundMessage={found?.text === text ? t('nobody') : undefined}
      filter={({ options }) => options}
      onSearchChange={(typed) => {
        // Choosing somebody writes their label into the field; that is no question.
        if (chosen === undefined || typed !== labelOf(chosen)) setText(typed);
      }}
      data={offered.map((row) => ({ value: row.id, label: labelOf(row) }))}
      value={chosen?.id ?? null}
      onChange={(id) => {
        const row = offered.find((it) => it.id === id);
        if (!row) return;
        setChosen(row);
        onPick({ id: row.id, name: row.name });
      }}
    />
  );
}
