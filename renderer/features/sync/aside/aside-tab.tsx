import { Button, Group, Modal } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import type { Aside } from '@/db/sync/aside';
import { useLive } from '@/db/use-live';
import { bridge } from '@/platform/bridge';
import { EmptyState } from '@/ui/empty-state';
import { doAgain } from '../sync.commands';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { asideMessages } from './aside.messages';
import { changesOf, readAside } from './aside.queries';
import { AsideCard } from './aside-card';

/** Own steps that the hub refused: why, what they held, and what may become of them. */
export function AsideTab() {
  const t = useMessages(asideMessages);
  const all = useLive(readAside, []);
  const [doomed, setDoomed] = useState<Aside>();

  async function tryAgain(aside: Aside): Promise<void> {
    try {
      await execute(doAgain, { changes: [...changesOf(aside)] });
      await syncFace().letAsideGo(aside.seq);
      showDone(t('againDone'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  async function letGo(aside: Aside): Promise<void> {
    setDoomed(undefined);
    try {
      await syncFace().letAsideGo(aside.seq);
      showDone(t('letGoDone'));
    } catch (error) {
      showProblem(error);
    }
  }

  async function exportAll(list: readonly Aside[]): Promise<void> {
    try {
      const plain = list.map((aside) => ({
        at: new Date(aside.at).toISOString(),
        why: aside.refusal.code,
        command: aside.kind === 'refused' ? aside.op.command : aside.command,
        changes: changesOf(aside),
      }));
      const bytes = new TextEncoder().encode(JSON.stringify(plain, null, 2));
      const { saved } = await bridge.saveFile(t('exportName'), bytes);
      if (saved) showDone(t('exported'));
    } catch (error) {
      showProblem(error);
    }
  }

  if (!all) return null;
  if (all.length === 0) {
    return <EmptyState icon={IconCircleCheck} title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return (
    <div className={classes.column} data-testid="sync-aside">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <p className={classes.quiet}>{t('intro')}</p>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          data-testid="aside-export"
          onClick={() => void exportAll(all)}
        >
          {t('export')}
        </Button>
      </Group>
      {all.map((aside) => (
        <AsideCard
          key={String(aside.seq)}
          aside={aside}
          onAgain={() => void tryAgain(aside)}
          onLetGo={() => setDoomed(aside)}
        />
      ))}
      {doomed && (
        <Modal opened onClose={() => setDoomed(undefined)} title={t('letGoTitle')}>
          <p>{t('letGoText')}</p>
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={() => setDoomed(undefined)}>
              {t('cancel')}
            </Button>
            <Button
              color="red"
              data-testid="aside-let-go-confirm"
              onClick={() => void letGo(doomed)}
            >
              {t('letGo')}
            </Button>
          </Group>
        </Modal>
      )}
    </div>
  );
}
