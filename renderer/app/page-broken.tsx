import { Button, Group, Text, Title } from '@mantine/core';
import { launch } from '@/platform/launch';
import { ErrorDetails } from '@/ui/error-details';
import { useMessages } from './i18n/messages';
import { startupMessages } from './startup/startup.messages';

/** What happened, what is safe, what to do; the details are folded. */
export function PageBroken({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useMessages(startupMessages);
  const details = [
    `Qunduo ${launch.appVersion} · ${launch.runtime}`,
    window.location.hash,
    error.stack ?? error.message,
  ].join('\n');
  return (
    <div role="alert" style={{ maxWidth: 560, padding: '48px 24px' }}>
      <Title order={1}>{t('brokenTitle')}</Title>
      <Text mt="xs" c="dimmed">
        {t('brokenText')}
      </Text>
      <Group mt="lg" gap="xs">
        <Button onClick={onRetry}>{t('retry')}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('reload')}
        </Button>
      </Group>
      <ErrorDetails
        details={details}
        labels={{ show: t('showDetails'), copy: t('copyDetails'), copied: t('copied') }}
      />
    </div>
  );
}
