import { Select } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { positioningMessages } from './positioning.messages';
import { useCards } from './use-cards';

type PositioningPickerProps = {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
};

/** The card that something refers to. */
export function PositioningPicker({ value, onChange }: PositioningPickerProps) {
  const t = useMessages(positioningMessages);
  const cards = useCards() ?? [];
  return (
    <Select
      size="xs"
      clearable
      aria-label={t('pickLabel')}
      placeholder={t('pickNone')}
      nothingFoundMessage={t('pickEmpty')}
      data-testid="positioning-picker"
      data={cards.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}

/** A card in one line: its kind, whom it is for and what they get. */
export function PositioningLine({ id }: { id: string }) {
  const t = useMessages(positioningMessages);
  const card = useCards()?.find((it) => it.id === id);
  if (!card) return null;
  const parts = [t(`kind.${card.kind}`), card.users, card.value].filter((part) => part !== '');
  return <span>{[card.name, ...parts].join(' · ')}</span>;
}
