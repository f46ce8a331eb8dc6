import { ActionIcon, Kbd, Popover, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import classes from './keyboard-help.module.css';
import { keysMessages } from './keys.messages';

/** What the keyboard can do here; keys of one line lead to the same. */
const LINES = [
  ['view', ['1 2 3', 'D W M']],
  ['turn', ['PageUp', 'PageDown']],
  ['today', ['T']],
  ['arrows', ['← ↑ ↓ →']],
  ['add', ['Enter']],
  ['open', ['Enter']],
  ['rename', ['F2']],
  ['carry', ['Space']],
  ['choose', ['Shift+← ↑ ↓ →', 'Ctrl+Space']],
  ['all', ['Ctrl+A']],
  ['copy', ['Ctrl+C', 'Ctrl+X', 'Ctrl+V']],
  ['remove', ['Delete']],
  ['undo', ['Ctrl+Z']],
  ['drag', ['Ctrl', 'Alt']],
  ['help', ['?']],
] as const;

type KeyboardHelpProps = { isOpen: boolean; onChange: (isOpen: boolean) => void };

export function KeyboardHelp({ isOpen, onChange }: KeyboardHelpProps) {
  const t = useMessages(keysMessages);
  return (
    <Popover
      opened={isOpen}
      onChange={onChange}
      position="bottom-end"
      shadow="md"
      width={380}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={t('title')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('title')}
            onClick={() => onChange(!isOpen)}
          >
            <IconKeyboard size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.list} data-testid="cal-keys">
          {LINES.map(([name, keys]) => (
            <div key={name} className={classes.line}>
              <dt>{t(name)}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key} size="xs">
                    {key}
                  </Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
