import { Checkbox } from '@mantine/core';
import type { Member } from '@shared/domain/members/member.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';

type PersonTickProps = {
  person: Member | undefined;
  isChosen: boolean;
  onToggle: (ids: readonly string[], isIn: boolean) => void;
};

/** One person to tick, with what decides about their class. */
export function PersonTick({ person, isChosen, onToggle }: PersonTickProps) {
  const words = useMessages(wordsMessages);
  if (!person) return null;
  const facts = [words(`identity.${person.identity}`), person.region, person.channel];
  return (
    <li data-member-id={person.id} data-testid="placement-person">
      <Checkbox
        size="xs"
        label={person.name}
        description={facts.filter(Boolean).join(' · ')}
        checked={isChosen}
        onChange={(event) => onToggle([person.id], event.currentTarget.checked)}
      />
    </li>
  );
}
