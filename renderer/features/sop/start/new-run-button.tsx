import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconListDetails, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { startMessages } from './start.messages';
import { StartDialog } from './start-dialog';
import { useStartRun } from './use-start-run';
import { useStartableFlows } from './use-startable-flows';

/** The most that a menu shows at once; the dialog has them all. */
const IN_MENU = 6;

/** One click starts the flow from traffic to the group; the arrow beside it has all the others. */
export function NewRunButton() {
  const t = useMessages(startMessages);
  const say = useBilingual();
  const { start, isStarting } = useStartRun();
  const [wasOpened, setWasOpened] = useState(false);
  const [chosen, setChosen] = useState<{ templateId?: string }>();
  const flows = useStartableFlows(wasOpened);
  return (
    <>
      <Button.Group>
        <Button
          data-testid="sop-new-run"
          leftSection={<IconPlus size={16} />}
          loading={isStarting}
          onClick={() => start()}
        >
          {t('newRun')}
        </Button>
        <Menu position="bottom-end" onOpen={() => setWasOpened(true)}>
          <Menu.Target>
            <ActionIcon
              variant="filled"
              size={36}
              data-testid="sop-new-run-more"
              aria-label={t('more')}
              title={t('more')}
              style={{ marginLeft: 1, borderTopLeftRadius: 0, borderBottomLeftRadius: 0 }}
            >
              <IconChevronDown size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {flows?.slice(0, IN_MENU).map((flow) => (
              <Menu.Item key={flow.id} onClick={() => setChosen({ templateId: flow.id })}>
                {say(flow.name)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item
              data-testid="sop-new-run-dialog"
              leftSection={<IconListDetails size={16} />}
              onClick={() => setChosen({})}
            >
              {t('all')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {chosen && flows && (
        <StartDialog
          flows={flows}
          firstChoice={chosen.templateId}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
