import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import { riskMessages } from './risk-list.messages';

const RiskDialog = deferred(async () => (await import('./risk-dialog')).RiskDialog).Part;

/** The way from the members to the list of those to be careful with. */
export function RiskButton() {
  const t = useMessages(riskMessages);
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        data-testid="risk-open"
        leftSection={<IconShieldExclamation size={16} stroke={1.75} aria-hidden />}
        onClick={dialog.open}
      >
        {t('open')}
      </Button>
      {isOpen && <RiskDialog onClose={dialog.close} />}
    </>
  );
}
