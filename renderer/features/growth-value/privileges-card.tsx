import { ActionIcon, Button, Menu } from '@mantine/core';
import type { Privilege } from '@shared/domain/growth/growth.schema';
import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { givenOf } from '@shared/domain/growth/privilege.rules';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { removePrivilege, savePrivileges } from './growth-value.commands';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { PrivilegeDialog } from './privilege-dialog';
import { STARTERS } from './starters';
import { useLevelName, usePrivileges } from './use-growth';

/** What growth value is good for; stock, cost, whom it is open to. */
export function PrivilegesCard({ levels }: { levels: readonly GrowthLevel[] }) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const nameOf = useLevelName();
  const privileges = usePrivileges();
  const entries = useLive(() => readDb.rows('growthEntries').all(), []) ?? [];
  const [edited, setEdited] = useState<Partial<Privilege>>();

  async function run(work: Promise<unknown>, done: string) {
    try {
      await work;
      showDone(done, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  const addStarters = () =>
    run(
      execute(savePrivileges, {
        privileges: STARTERS.map(({ key, ...rest }) => ({ name: t(`starter.${key}`), ...rest })),
      }),
      t('privilegesAdded', { n: STARTERS.length }),
    );
  const stockText = ({ id, stock }: Privilege) => {
    const given = givenOf(id, entries);
    const left =
      stock === undefined
        ? t('noLimit')
        : t('left', { n: format.count(Math.max(0, stock - given)) });
    return `${t('given', { n: format.count(given) })} · ${left}`;
  };
  const openTo = ({ levels: keys }: Privilege) =>
    keys === undefined
      ? t('allLevels')
      : keys.map((key) => nameOf(levels.find((it) => it.key === key) ?? { key })).join(t('joint'));

  return (
    <Card
      title={t('privileges')}
      actions={
        <Button
          size="compact-sm"
          variant="light"
          data-testid="privilege-add"
          leftSection={<IconPlus size={14} stroke={2} />}
          onClick={() => setEdited({})}
        >
          {t('addPrivilege')}
        </Button>
      }
    >
      {privileges?.length === 0 && (
        <div>
          <p className={classes.quiet}>{t('privilegesEmpty')}</p>
          <Button
            size="xs"
            variant="default"
            data-testid="privilege-starters"
            onClick={() => void addStarters()}
          >
            {t('starters')}
          </Button>
        </div>
      )}
      {privileges && privileges.length > 0 && (
        <table className={classes.table}>
          <tbody>
            {privileges.map((privilege) => (
              <tr
                key={privilege.id}
                className={privilege.isOff ? classes.off : undefined}
                data-testid="privilege-row"
              >
                <td>
                  {privilege.name} {privilege.isOff && <Chip>{t('isOff')}</Chip>}
                  <div className={classes.quiet}>{openTo(privilege)}</div>
                </td>
                <td className={classes.number}>
                  {t('points', { n: format.count(privilege.points) })}
                  <div className={classes.quiet}>
                    {privilege.costFen === undefined ? '' : format.money(privilege.costFen)}
                  </div>
                </td>
                <td className={classes.number}>
                  <span className={classes.quiet}>{stockText(privilege)}</span>
                </td>
                <td className={classes.number}>
                  <PrivilegeMenu
                    privilege={privilege}
                    onEdit={() => setEdited(privilege)}
                    onSwitch={() =>
                      void run(
                        execute(savePrivileges, {
                          privileges: [{ ...privilege, isOff: privilege.isOff ? undefined : true }],
                        }),
                        t('privilegeSaved', { name: privilege.name }),
                      )
                    }
                    onRemove={() =>
                      void run(
                        execute(removePrivilege, {
                          privilegeId: privilege.id,
                          what: privilege.name,
                        }),
                        t('privilegeRemoved', { name: privilege.name }),
                      )
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited && (
        <PrivilegeDialog privilege={edited} levels={levels} onClose={() => setEdited(undefined)} />
      )}
    </Card>
  );
}

type PrivilegeMenuProps = {
  privilege: Privilege;
  onEdit: () => void;
  onSwitch: () => void;
  onRemove: () => void;
};

function PrivilegeMenu({ privilege, onEdit, onSwitch, onRemove }: PrivilegeMenuProps) {
  const t = useMessages(growthValueMessages);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`${t('edit')} ${privilege.name}`}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={onSwitch}>{t(privilege.isOff ? 'switchOn' : 'switchOff')}</Menu.Item>
        <Menu.Item color="red" onClick={onRemove}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
