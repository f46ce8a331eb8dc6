import { Button, Group, Stack, TextInput } from '@mantine/core';
import { ExpectedError } from '@shared/lib/errors';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import type { JoinMode } from '@/workers/sync/sync-types';
import { RoundProgress } from '../round-progress';
import classes from '../sync.module.css';
import { joinTeam, syncFace } from '../sync-face';
import { afterJoin } from './after-join';
import { DataChoice } from './data-choice';
import { readHubUrl, readInviteLink } from './invite-link.rules';
import { fieldOfProblem } from './join-problem.rules';
import { joiningMessages } from './joining.messages';
import { makeRoom } from './make-room';
import { useDataHere } from './use-data-here';
import { useWho, WhoFields } from './who-fields';

type Problems = { url?: string; code?: string; device?: string; all?: string };

/** Into a workspace that somebody else set up: address, code, what becomes of the data here. */
export function JoinCard() {
  const t = useMessages(joiningMessages);
  const who = useWho();
  const data = useDataHere();
  const [url, setUrl] = useState('');
  const [code, setCode] = useState('');
  const [mode, setMode] = useState<JoinMode>('bring');
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setIsBusy] = useState(false);

  function typeUrl(text: string): void {
    const link = readInviteLink(text);
    setUrl(link?.url ?? text);
    if (link) setCode(link.code);
  }

  function pasteCode(event: ClipboardEvent): void {
    const link = readInviteLink(event.clipboardData.getData('text'));
    if (!link) return;
    event.preventDefault();
    setUrl(link.url);
    setCode(link.code);
  }

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault();
    const address = readHubUrl(url);
    const wrong: Problems = {
      ...(url.trim() === '' ? { url: t('missingUrl') } : {}),
      ...(url.trim() !== '' && !address
        ? { url: problemText(new ExpectedError('hub-address-bad')) }
        : {}),
      ...(code.trim() === '' ? { code: t('missingCode') } : {}),
      ...(who.deviceName.trim() === '' ? { device: t('missingDevice') } : {}),
    };
    setProblems(wrong);
    if (!address || Object.keys(wrong).length > 0) return;
    setIsBusy(true);
    try {
      await makeRoom(data);
      const ask = { url: address, code: code.trim(), ...who.said() };
      const { workspaceName, needsReload } = await joinTeam(ask, mode);
      who.remember();
      afterJoin(t('joined', { name: workspaceName }), needsReload);
    } catch (error) {
      const code = error instanceof ExpectedError ? error.code : undefined;
      // What is said of a team's hub, that changes are sent later, is no help to who is not in it yet.
      const text = code === 'hub-unreachable' ? t('unreachable') : problemText(error);
      setProblems({ [fieldOfProblem(code)]: text });
      setIsBusy(false);
    }
  }

  return (
    <Card title={t('joinTitle')}>
      <form noValidate onSubmit={(event) => void join(event)}>
        <Stack gap="sm">
          <p className={classes.quiet}>{t('joinText')}</p>
          <TextInput
            label={t('link')}
            description={t('linkHint')}
            data-testid="sync-hub-url"
            placeholder={t('linkPlaceholder')}
            inputMode="url"
            spellCheck={false}
            maxLength={500}
            value={url}
            error={problems.url}
            disabled={isBusy}
            onChange={(event) => typeUrl(event.currentTarget.value)}
          />
          <TextInput
            label={t('code')}
            data-testid="sync-invite-code"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            value={code}
            error={problems.code}
            disabled={isBusy}
            onPaste={pasteCode}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <WhoFields who={who} problem={problems.device} isDisabled={isBusy} />
          <DataChoice data={data} mode={mode} isDisabled={isBusy} onChange={setMode} />
          {problems.all !== undefined && (
            <p role="alert" className={classes.problem}>
              {problems.all}
            </p>
          )}
          {isBusy && <RoundProgress waiting={t('joining')} />}
          <Group justify="flex-end" gap="xs">
            {isBusy && (
              <Button variant="default" onClick={() => void syncFace().stop()}>
                {t('cancel')}
              </Button>
            )}
            <Button type="submit" data-testid="sync-join" loading={isBusy}>
              {t('join')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
