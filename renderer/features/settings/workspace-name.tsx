import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { renameWorkspace } from './settings.commands';
import { settingsMessages } from './settings.messages';

/** The name is data of the workspace, so it goes through a command and can be undone. */
export function WorkspaceName({ name }: { name: string }) {
  const t = useMessages(settingsMessages);
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? name;

  async function save(): Promise<void> {
    try {
      await execute(renameWorkspace, { name: shown });
      setDraft(undefined);
      showDone(t('saved'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Group gap="xs">
        <TextInput
          aria-label={t('workspaceName')}
          data-testid="workspace-name"
          placeholder={t('workspacePlaceholder')}
          maxLength={100}
          w={280}
          value={shown}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={shown.trim() === name}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
