import { Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core';
import { HUB_REACHES, type HubReach } from '@shared/contracts/hub-link';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { RoundProgress } from '../round-progress';
import classes from '../sync.module.css';
import { hostTeam } from '../sync-face';
import { afterJoin } from './after-join';
import { joiningMessages } from './joining.messages';
import { makeRoom } from './make-room';
import { OfficeNotice } from './office-notice';
import { useDataHere } from './use-data-here';
import { useWho, WhoFields } from './who-fields';

const WORDS = {
  here: { label: 'reachHere', hint: 'reachHereHint' },
  office: { label: 'reachOffice', hint: 'reachOfficeHint' },
} as const;

/** This laptop becomes the centre: a hub of its own, and its first owner. */
export function HostCard() {
  const t = useMessages(joiningMessages);
  const [, navigate] = useLocation();
  const who = useWho();
  const data = useDataHere();
  const workspace = useLive(
    async () => (await readDb.rows('workspace').get('workspace')) ?? null,
    [],
  );
  const [typedName, setName] = useState<string>();
  const [reach, setReach] = useState<HubReach>('here');
  const [isOurs, setIsOurs] = useState(false);
  const [problems, setProblems] = useState<{ name?: string; device?: string; all?: string }>({});
  const [isBusy, setIsBusy] = useState(false);
  const name = (typedName ?? workspace?.name ?? '').trim();

  async function host(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wrong = {
      ...(name === '' ? { name: t('missingName') } : {}),
      ...(who.deviceName.trim() === '' ? { device: t('missingDevice') } : {}),
    };
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    setIsBusy(true);
    try {
      await makeRoom(data);
      const { needsReload } = await hostTeam(reach, name, who.said());
      who.remember();
      navigate('/settings/sync/invites');
      afterJoin(t('hosted'), needsReload);
    } catch (error) {
      setProblems({ all: problemText(error) });
      setIsBusy(false);
    }
  }

  return (
    <Card title={t('hostTitle')}>
      <form noValidate onSubmit={(event) => void host(event)}>
        <Stack gap="sm">
          <p className={classes.quiet}>{t('hostText')}</p>
          <TextInput
            label={t('workspaceName')}
            data-testid="sync-host-name"
            placeholder={t('workspacePlaceholder')}
            maxLength={100}
            value={typedName ?? workspace?.name ?? ''}
            error={problems.name}
            disabled={isBusy}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <WhoFields who={who} problem={problems.device} isDisabled={isBusy} />
          <Radio.Group
            label={t('reach')}
            value={reach}
            onChange={(value) => setReach(HUB_REACHES.find((it) => it === value) ?? 'here')}
          >
            <Stack gap={8} mt={8}>
              {HUB_REACHES.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  data-testid={`sync-reach-${value}`}
                  disabled={isBusy}
                  label={t(WORDS[value].label)}
                  description={t(WORDS[value].hint)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {reach === 'office' && (
            <>
              <OfficeNotice />
              <Checkbox
                label={t('officeYes')}
                data-testid="sync-office-yes"
                checked={isOurs}
                disabled={isBusy}
                onChange={(event) => setIsOurs(event.currentTarget.checked)}
              />
            </>
          )}
          {data?.hasSample && <p className={classes.quiet}>{t('sampleFirst')}</p>}
          {problems.all !== undefined && (
            <p role="alert" className={classes.problem}>
              {problems.all}
            </p>
          )}
          {isBusy && <RoundProgress waiting={t('hosting')} />}
          <Group justify="flex-end" gap="xs">
            <Button
              type="submit"
              variant="default"
              data-testid="sync-host"
              loading={isBusy}
              disabled={reach === 'office' && !isOurs}
            >
              {t('host')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
