import { Button, Menu } from '@mantine/core';
import { weekOf } from '@shared/domain/calendar/week.rules';
import {
  IconCalendarMonth,
  IconChevronDown,
  IconDeviceFloppy,
  IconSunHigh,
  IconTemplate,
  IconWand,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { deferred } from '@/ui/deferred';
import { placeMessages } from './place.messages';

const dialogs = {
  save: deferred(async () => (await import('./template-dialogs')).SaveTemplateDialog).Part,
  apply: deferred(async () => (await import('./template-dialogs')).ApplyTemplateDialog).Part,
  month: deferred(async () => (await import('./month-dialog')).MonthDialog).Part,
  greetings: deferred(async () => (await import('./greetings-dialog')).GreetingsDialog).Part,
} as const;

/** Ways to fill the week or month on screen at once, each with a preview. `day`: any day of it. */
export function PlaceMenu({ day }: { day: string }) {
  const t = useMessages(placeMessages);
  const [open, setOpen] = useState<keyof typeof dialogs>();
  const close = () => setOpen(undefined);
  const { monday } = weekOf(day);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            h={34}
            size="compact-md"
            data-testid="plan-quickly"
            leftSection={<IconWand size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTemplate size={16} />} onClick={() => setOpen('apply')}>
            {t('applyWeek')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarMonth size={16} />} onClick={() => setOpen('month')}>
            {t('copyMonth')}
          </Menu.Item>
          <Menu.Item leftSection={<IconSunHigh size={16} />} onClick={() => setOpen('greetings')}>
            {t('greetings')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceFloppy size={16} />} onClick={() => setOpen('save')}>
            {t('saveWeek')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'save' && <dialogs.save monday={monday} onClose={close} />}
      {open === 'apply' && <dialogs.apply monday={monday} onClose={close} />}
      {open === 'month' && <dialogs.month month={day.slice(0, 7)} onClose={close} />}
      {open === 'greetings' && <dialogs.greetings monday={monday} onClose={close} />}
    </>
  );
}
