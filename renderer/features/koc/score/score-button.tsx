import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { KocSettings } from '@shared/domain/koc/koc-settings.schema';
import { IconAdjustments } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { kocMessages } from '../koc.messages';
import { ScoreDialog } from './score-dialog';

export function ScoreButton({ settings }: { settings: KocSettings }) {
  const t = useMessages(kocMessages);
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        data-testid="koc-scoring-open"
        leftSection={<IconAdjustments size={16} stroke={1.75} />}
        onClick={dialog.open}
      >
        {t('scoring')}
      </Button>
      {isOpen && <ScoreDialog settings={settings} onClose={dialog.close} />}
    </>
  );
}
