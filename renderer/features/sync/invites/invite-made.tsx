import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { InviteAnswer } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { bridge } from '@/platform/bridge';
import { Card } from '@/ui/card';
import classes from '../sync.module.css';
import { useAsked } from '../use-asked';
import { inviteAddresses, linkAt } from './invite-addresses.rules';
import { invitesMessages } from './invites.messages';
import { QrCode } from './qr-code';

type InviteMadeProps = { invite: InviteAnswer; place: SyncPlace; onAnother: () => void };

/** One invite to hand on: link, code, picture. */
export function InviteMade({ invite, place, onAnother }: InviteMadeProps) {
  const t = useMessages(invitesMessages);
  const format = useFormat();
  const { answer: hosted } = useAsked('host', () => bridge.readHostedHub());
  const { urls, isOnlyHere } = inviteAddresses(place.hubUrl, place.workspaceId, hosted);
  const [picked, setPicked] = useState<string>();
  const address = urls.find((url) => url === picked) ?? urls[0] ?? place.hubUrl;
  const link = linkAt(address, invite);

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      showDone(t('copied'));
    } catch {
      // The only thing that can go wrong here, and selecting the text by hand always works.
      showDone(t('copyFailed'), { stays: true });
    }
  }

  return (
    <div className={classes.column} data-testid="invite">
      <Card title={t('madeTitle')}>
        {isOnlyHere && (
          <div className={classes.notice}>
            <p>{t('onlyHere')}</p>
          </div>
        )}
        <div className={classes.invite}>
          <QrCode text={link} label={t('qr')} />
          <Stack gap="sm">
            <dl className={classes.facts}>
              <dt>{t('code')}</dt>
              <dd className={classes.code} data-testid="invite-code">
                {invite.code}
              </dd>
              <dt>{t('link')}</dt>
              <dd className={classes.mono} data-testid="invite-link">
                {link}
              </dd>
            </dl>
            {urls.length > 1 && (
              <Select
                label={t('address')}
                allowDeselect={false}
                value={address}
                data={urls}
                onChange={(url) => setPicked(url ?? undefined)}
              />
            )}
            <Text size="sm" c="dimmed">
              {t('once', { time: format.dateTime(invite.expiresAt) })} {t('qrHint')}
            </Text>
            <Group gap="xs">
              <Button data-testid="invite-copy" onClick={() => void copy(link)}>
                {t('copyLink')}
              </Button>
              <Button variant="default" onClick={() => void copy(invite.code)}>
                {t('copyCode')}
              </Button>
              <Button variant="subtle" onClick={onAnother}>
                {t('another')}
              </Button>
            </Group>
          </Stack>
        </div>
      </Card>
    </div>
  );
}
