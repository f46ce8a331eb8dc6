import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import type { DeliverySource } from '@/workers/delivery/delivery-types';
import { deliveryMessages } from './delivery.messages';

const DeliveryDialog = deferred(
  async () => (await import('./delivery-dialog')).DeliveryDialog,
).Part;

/** The way from orders to paper. */
export function DeliveryButton({ source }: { source: DeliverySource }) {
  const t = useMessages(deliveryMessages);
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        data-testid="delivery-open"
        leftSection={<IconTruckDelivery size={16} stroke={1.75} aria-hidden />}
        onClick={dialog.open}
      >
        {t('open')}
      </Button>
      {isOpen && <DeliveryDialog source={source} onClose={dialog.close} />}
    </>
  );
}
