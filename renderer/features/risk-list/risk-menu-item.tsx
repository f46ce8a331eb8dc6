import { Menu } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { riskMessages } from './risk-list.messages';

/** In a member's menu. The form itself stands outside the menu, which closes with the click. */
export function RiskMenuItem({ onClick }: { onClick: () => void }) {
  const t = useMessages(riskMessages);
  return (
    <Menu.Item
      data-testid="risk-add-member"
      leftSection={<IconShieldExclamation size={16} stroke={1.75} aria-hidden />}
      onClick={onClick}
    >
      {t('addMember')}
    </Menu.Item>
  );
}
