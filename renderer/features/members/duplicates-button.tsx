import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { membersMessages } from './members.messages';
import { useDuplicateCount } from './use-duplicate-count';

/** The way to people who may be there twice, with their number once it is known. */
export function DuplicatesButton({ isEnabled }: { isEnabled: boolean }) {
  const t = useMessages(membersMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const count = useDuplicateCount(isEnabled);
  return (
    <Button
      variant="default"
      data-testid="members-duplicates"
      leftSection={<IconArrowMerge size={16} stroke={1.75} />}
      onClick={() => navigate('/members/duplicates')}
    >
      {count ? t('duplicatesCount', { n: format.count(count) }) : t('duplicates')}
    </Button>
  );
}
