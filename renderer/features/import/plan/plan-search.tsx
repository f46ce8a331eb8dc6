import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { planMessages } from './plan.messages';

const SETTLE_MS = 200;

/** A word to look for in the plan, told once typing rests. */
export function PlanSearch({ onChange }: { onChange: (text: string) => void }) {
  const t = useMessages(planMessages);
  const [text, setText] = useState('');
  const tell = useDebouncedCallback(onChange, SETTLE_MS);
  return (
    <TextInput
      size="xs"
      w={220}
      type="search"
      data-testid="import-plan-search"
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value.trim());
      }}
    />
  );
}
