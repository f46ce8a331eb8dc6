import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { ledgerMessages } from './ledger.messages';

const FOUND = 20;

type PersonPickerProps = {
  groupId: string;
  value: readonly string[];
  error: string | undefined;
  onChange: (memberIds: string[]) => void;
};

/** People inside the group, found by name, pinyin or the end of the phone; several may be chosen. */
export function PersonPicker({ groupId, value, error, onChange }: PersonPickerProps) {
  const t = useMessages(ledgerMessages);
  const format = useFormat();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }[]>([]);
  const answer = useAnswer(`inside ${groupId} ${text}`, () =>
    dataWorker().lists.queryMembers({
      text,
      filter: { rule: { kind: 'inGroup', groupIds: [groupId] } },
      limit: FOUND,
    }),
  );
  const found = (answer?.rows ?? []).map(({ id, name, phone, region }) => ({
    value: id,
    label: [name, phone && format.phone(phone), region].filter(Boolean).join(' · '),
  }));
  const isListed = new Set(found.map((it) => it.value));
  const data = [...found, ...chosen.filter((it) => !isListed.has(it.value))];
  return (
    <MultiSelect
      label={t('people')}
      description={t('peopleHint')}
      data-testid="ledger-people"
      data-autofocus
      searchable
      openOnFocus={false}
      hidePickedOptions
      nothingFoundMessage={answer ? t('nobodyFound') : undefined}
      placeholder={value.length === 0 ? t('typeName') : ''}
      data={data}
      // The worker has searched already, by more than the words shown.
      filter={({ options }) => options.filter((it) => 'value' in it && isListed.has(it.value))}
      value={[...value]}
      error={error}
      searchValue={text}
      onSearchChange={setText}
      onChange={(ids) => {
        setChosen(data.filter((it) => ids.includes(it.value)));
        onChange(ids);
      }}
    />
  );
}
