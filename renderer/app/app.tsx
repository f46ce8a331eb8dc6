import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { StartupState } from '@/db/open';
import { PageReadyContext } from '@/ui/page';
import { ErrorBoundary } from './error-boundary';
import { reportPageReady } from './phases';
import { useSettings } from './settings';
import { Startup } from './startup/startup';
import { cssVariables } from './theme/theme';
import { useColorScheme } from './theme/use-color-scheme';
import { useTheme } from './theme/use-theme';

const nonce = document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce ?? '';
// The scroll lock under Mantine's dialogs writes a style of its own and asks for the nonce here.
Object.defineProperty(window, '__webpack_nonce__', { value: nonce });

type AppProps = {
  opening: Promise<StartupState>;
  /** What it came to, where that is known before the first drawing. */
  found: StartupState | undefined;
};

export function App({ opening, found }: AppProps) {
  const theme = useTheme();
  const colorScheme = useColorScheme();
  const { navCollapsed = false, textSize = 'normal' } = useSettings();
  useEffect(() => {
    document.documentElement.dataset.nav = navCollapsed ? 'collapsed' : 'open';
    document.documentElement.dataset.textSize = textSize;
  }, [navCollapsed, textSize]);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={colorScheme}
      getStyleNonce={() => nonce}
    >
      <Notifications position="top-center" containerWidth={400} />
      <ErrorBoundary>
        <Router hook={useHashLocation}>
          <PageReadyContext value={reportPageReady}>
            <Startup opening={opening} found={found} />
          </PageReadyContext>
        </Router>
      </ErrorBoundary>
    </MantineProvider>
  );
}
