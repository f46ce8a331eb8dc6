import { Button, Group, Modal } from '@mantine/core';
import { describeError } from '@shared/contracts/error-text';
import type { HostedHub, HubReach } from '@shared/contracts/hub-link';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { Card } from '@/ui/card';
import { OfficeNotice } from '../joining/office-notice';
import { syncMessages } from '../sync.messages';
import classes from '../sync.module.css';
import { placeMessages } from './place.messages';

/** The hub that this laptop runs for the others; nothing where it runs none for this workspace. */
export function HostingCard({ workspaceId }: { workspaceId: string }) {
  const t = useMessages(placeMessages);
  const { hosted, take } = useHosted();
  const [asked, setAsked] = useState<'stop' | 'office'>();
  const [isBusy, setIsBusy] = useState(false);
  if (!hosted || hosted.workspaceId !== workspaceId) return null;
  const { state, reach, officeUrls, problem } = hosted;
  const isOn = state === 'running' || state === 'starting';

  async function change(work: () => Promise<HostedHub>): Promise<void> {
    setAsked(undefined);
    setIsBusy(true);
    try {
      take(await work());
    } catch (error) {
      showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }
  const start = (to: HubReach) => change(() => bridge.hostHub(to));

  return (
    <Card
      title={t('hosting')}
      actions={
        <Group gap="xs">
          {isOn && (
            <Button
              size="compact-sm"
              variant="subtle"
              data-testid="sync-host-reach"
              disabled={isBusy}
              onClick={() => (reach === 'here' ? setAsked('office') : void start('here'))}
            >
              {t(reach === 'here' ? 'toOffice' : 'toHere')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            data-testid={isOn ? 'sync-host-stop' : 'sync-host-start'}
            loading={isBusy}
            onClick={() => (isOn ? setAsked('stop') : void start(reach))}
          >
            {t(isOn ? 'stop' : 'start')}
          </Button>
        </Group>
      }
    >
      <p className={classes.quiet} data-testid="sync-hosting" data-state={state}>
        {t(`host.${state}`)}
        {state === 'running' && ` · ${t(reach === 'here' ? 'reachHere' : 'reachOffice')}`}
      </p>
      {problem !== undefined && (
        <p className={classes.problem}>{describeError(problem, {}, currentLanguage())}</p>
      )}
      {state === 'running' && reach === 'office' && officeUrls.length > 0 && (
        <>
          <p className={classes.quiet}>{t('addresses')}</p>
          <ul className={classes.addresses}>
            {officeUrls.map((url) => (
              <li key={url}>{url}</li>
            ))}
          </ul>
        </>
      )}
      {asked !== undefined && (
        <HostQuestion
          about={asked}
          onClose={() => setAsked(undefined)}
          onYes={() => void (asked === 'stop' ? change(bridge.stopHostedHub) : start('office'))}
        />
      )}
    </Card>
  );
}

type HostQuestionProps = { about: 'stop' | 'office'; onClose: () => void; onYes: () => void };

function HostQuestion({ about, onClose, onYes }: HostQuestionProps) {
  const t = useMessages(placeMessages);
  const common = useMessages(syncMessages);
  const isStop = about === 'stop';
  return (
    <Modal opened onClose={onClose} title={t(isStop ? 'stopTitle' : 'officeTitle')}>
      {isStop ? <p>{t('stopText')}</p> : <OfficeNotice />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button data-testid="sync-host-confirm" data-autofocus onClick={onYes}>
          {t(isStop ? 'stop' : 'confirmOffice')}
        </Button>
      </Group>
    </Modal>
  );
}

function useHosted() {
  const [hosted, take] = useState<HostedHub>();
  useEffect(() => {
    let isCurrent = true;
    bridge.readHostedHub().then((now) => isCurrent && take(now), showProblem);
    const stop = bridge.onHostedHub(take);
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);
  return { hosted, take };
}
