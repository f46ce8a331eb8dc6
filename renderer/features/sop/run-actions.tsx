import { ActionIcon, Menu } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconDots, IconPlayerStop } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { endRun } from './sop.commands';
import { sopMessages } from './sop.messages';

/** What is rarely done with a whole run; each can be undone, so nothing asks twice. */
export function RunActions({ run }: { run: SopRun }) {
  const t = useMessages(sopMessages);
  if (run.status !== 'running') return null;
  const end = async () => {
    try {
      await execute(endRun, { runId: run.id, reason: '' });
      showDone(t('endedToast', { title: run.title }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more')} title={t('more')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlayerStop size={16} />} onClick={() => void end()}>
          {t('endRun')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
