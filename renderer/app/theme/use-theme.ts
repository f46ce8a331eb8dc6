import { type MantineThemeOverride, mergeThemeOverrides } from '@mantine/core';
import { useMemo } from 'react';
import { useMessages } from '../i18n/messages';
import { theme } from './theme';
import { themeMessages } from './theme.messages';

/** The theme, in which the bare crosses of dialogs and fields have a name in the user's language. */
export function useTheme(): MantineThemeOverride {
  const t = useMessages(themeMessages);
  return useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: {
          CloseButton: { defaultProps: { 'aria-label': t('close') } },
          InputClearButton: { defaultProps: { 'aria-label': t('clear') } },
        },
      }),
    [t],
  );
}
