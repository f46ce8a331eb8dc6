import { SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { repliesMessages } from './replies.messages';

const ADDRESSES = { library: '/groups/replies', questions: '/groups/replies/questions' } as const;
const PARTS = Object.keys(ADDRESSES) as (keyof typeof ADDRESSES)[];

/** The two sides of the page: what is kept ready, and what is asked. */
export function RepliesSwitch({ open }: { open: keyof typeof ADDRESSES }) {
  const t = useMessages(repliesMessages);
  const [, navigate] = useLocation();
  return (
    <div data-testid="replies-switch">
      <SegmentedControl
        size="xs"
        aria-label={t('switchLabel')}
        data={PARTS.map((value) => ({ value, label: t(value) }))}
        value={open}
        onChange={(value) => navigate(ADDRESSES[PARTS.find((it) => it === value) ?? 'library'])}
      />
    </div>
  );
}
