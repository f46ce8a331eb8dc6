import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMessages } from '../i18n/messages';
import { changeSettings, useSettings } from '../settings';
import { shellMessages } from './shell.messages';

/** Covers phones, addresses and amounts before the screen is shared. */
export function PrivacyToggle() {
  const t = useMessages(shellMessages);
  const isMasked = useSettings().privacyMask === true;
  const label = t(isMasked ? 'maskOff' : 'maskOn');
  return (
    <>
      {isMasked && <span className="q-masked">{t('masked')}</span>}
      <Tooltip label={label}>
        <ActionIcon
          variant={isMasked ? 'light' : 'subtle'}
          color={isMasked ? 'teal' : 'gray'}
          size={32}
          aria-label={label}
          aria-pressed={isMasked}
          data-testid="privacy-mask"
          onClick={() => changeSettings({ privacyMask: !isMasked })}
        >
          {isMasked ? <IconEyeOff size={18} /> : <IconEye size={18} />}
        </ActionIcon>
      </Tooltip>
    </>
  );
}
