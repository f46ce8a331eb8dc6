import { Radio, Stack } from '@mantine/core';
import { ROLES, type Role } from '@shared/contracts/hub-http';
import { useMessages } from '@/app/i18n/messages';
import { syncMessages } from './sync.messages';

type RoleFieldProps = {
  role: Role;
  /** Nobody gives away more than they have. */
  highest: Role;
  onChange: (role: Role) => void;
};

/** A role, with what it may do. */
export function RoleField({ role, highest, onChange }: RoleFieldProps) {
  const t = useMessages(syncMessages);
  const offered = ROLES.slice(ROLES.indexOf(highest));
  return (
    <Radio.Group
      label={t('memberRole')}
      value={role}
      onChange={(value) => onChange(ROLES.find((it) => it === value) ?? role)}
    >
      <Stack gap={8} mt={8}>
        {offered.map((value) => (
          <Radio
            key={value}
            value={value}
            data-testid={`role-${value}`}
            label={t(`role.${value}`)}
            description={t(`may.${value}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
