import { Button } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { takeInReplies } from '../replies.commands';
import { repliesMessages } from '../replies.messages';
import { STARTER_REPLIES } from '../starter-replies';

/** Puts the ready-made set in, in the language one reads. */
export function StartersButton() {
  const t = useMessages(repliesMessages);
  const [isBusy, setBusy] = useState(false);
  const starters = STARTER_REPLIES[currentLanguage() === 'en' ? 'en' : 'zh'];
  const take = async () => {
    setBusy(true);
    try {
      const adds = starters.map(({ key: _, ...draft }) => draft);
      const { added } = await execute(takeInReplies, { adds, changes: [] });
      showDone(t('startersTaken', { count: added }), { undo: true });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      data-testid="reply-starters"
      variant="light"
      loading={isBusy}
      onClick={() => void take()}
    >
      {t('starters', { count: starters.length })}
    </Button>
  );
}
