import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListNumbers } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import { relayMessages } from './relay.messages';

const RelayDialog = deferred(async () => (await import('./relay-dialog')).RelayDialog).Part;

/** The way from chat text to orders and lists. */
export function RelayButton() {
  const t = useMessages(relayMessages);
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        data-testid="relay-open"
        leftSection={<IconListNumbers size={16} stroke={1.75} aria-hidden />}
        onClick={dialog.open}
      >
        {t('open')}
      </Button>
      {isOpen && <RelayDialog onClose={dialog.close} />}
    </>
  );
}
