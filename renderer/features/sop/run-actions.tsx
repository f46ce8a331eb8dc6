import { ActionIcon, Menu } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconDots, IconHistory, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { EndDialog } from './head/end-dialog';
import { sopMessages } from './sop.messages';

/** The run's story, and what is rarely done with a whole run. */
export function RunActions({ run, onStory }: { run: SopRun; onStory: () => void }) {
  const t = useMessages(sopMessages);
  const [isEnding, setEnding] = useState(false);
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        data-testid="sop-story-open"
        aria-label={t('story')}
        title={t('story')}
        onClick={onStory}
      >
        <IconHistory size={18} />
      </ActionIcon>
      {run.status === 'running' && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('more')} title={t('more')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPlayerStop size={16} />} onClick={() => setEnding(true)}>
              {t('endRun')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {isEnding && <EndDialog run={run} onClose={() => setEnding(false)} />}
    </>
  );
}
