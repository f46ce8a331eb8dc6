import { Modal } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { sendMessages } from '../send.messages';
import classes from '../send-page.module.css';

/** Every key of the page and what it does. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useMessages(sendMessages);
  const rows: [string[], string][] = [
    [[t('key.space')], t('keys.copyMark')],
    [['C'], t('keys.copy')],
    [[t('key.enter')], t('keys.mark')],
    [['A'], t('keys.markAll')],
    [['S'], t('keys.skip')],
    [['E'], t('keys.edit')],
    [['K', 'J'], t('keys.move')],
    [['←', '→'], t('keys.group')],
    [['1', '2', '3', '4'], t('keys.slots')],
    [['Ctrl Z'], t('keys.undo')],
    [['?'], t('keys.help')],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keysTitle')}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={classes.keys} data-testid="send-keys">
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
