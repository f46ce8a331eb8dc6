import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { formOfPack } from '@shared/sync/pack/pack-form';
import { proxy } from 'comlink';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { backUpBefore } from '@/db/backup-schedule';
import { dataWorker } from '@/db/client';
import type { PacksPlace } from '@/db/packs/packs-place';
import { bridge } from '@/platform/bridge';
import { forgetErasedElsewhere } from '@/sync/forget-erased-elsewhere';
import { Card } from '@/ui/card';
import type { PackPreview } from '@/workers/handoff/hand-off-types';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';
import { PackLook } from './pack-look';
import { SampleNotice, useHasSample } from './sample-notice';
import { useLaptopName } from './use-laptop-name';
import type { OwnKey } from './use-packs';

type Step =
  | { is: 'idle' }
  | { is: 'asked'; file: Uint8Array }
  | { is: 'opening' }
  | { is: 'shown'; preview: PackPreview }
  | { is: 'taking'; preview: PackPreview; share: number };

/** A pack of another laptop: looked at first, then merged. */
export function TakeCard({ packs, ownKey }: { packs: PacksPlace | undefined; ownKey: OwnKey }) {
  const t = useMessages(handOffMessages);
  const format = useFormat();
  const hasSample = useHasSample();
  const [typedName, setName] = useLaptopName();
  const [passphrase, setPassphrase] = useState('');
  const [step, setStep] = useState<Step>({ is: 'idle' });
  const [problem, setProblem] = useState<string>();
  const name = packs?.name ?? typedName;
  const isBlocked = packs === undefined && hasSample !== false;

  async function pick(): Promise<void> {
    setProblem(undefined);
    try {
      const [picked] = await bridge.pickFiles('pack', false);
      if (!picked) return;
      const file = new Uint8Array(await bridge.readPickedFile(picked.token));
      setPassphrase('');
      if (formOfPack(file) === 'sealed') setStep({ is: 'asked', file });
      else await open(file, '');
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  async function open(file: Uint8Array, secret: string): Promise<void> {
    setProblem(undefined);
    setStep({ is: 'opening' });
    try {
      const told = proxy(() => undefined);
      const preview = await dataWorker().handOff.open(file, secret, ownKey.publicKey, told);
      setStep({ is: 'shown', preview });
    } catch (error) {
      setProblem(problemText(error));
      setStep(secret === '' ? { is: 'idle' } : { is: 'asked', file });
    }
  }

  async function take(preview: PackPreview, isAccepted: boolean): Promise<void> {
    setProblem(undefined);
    setStep({ is: 'taking', preview, share: 0 });
    try {
      await backUpBefore('restore');
      const told = proxy((done: number, of = 1) =>
        setStep({ is: 'taking', preview, share: done / of }),
      );
      const key = isAccepted ? preview.header.publicKey : undefined;
      const taken = await dataWorker().handOff.take(name, key, told);
      setStep({ is: 'idle' });
      if (taken.hadErasures) void forgetErasedElsewhere(taken.pictures);
      // A copy that knows of the beginning goes on stamping when it comes back.
      if (taken.effect.fit === 'begin') await backUpBefore('restore');
      const { lost } = taken.effect;
      const said = { name: taken.name, count: lost, n: format.count(lost) };
      showDone(lost > 0 ? t('takenLost', said) : t('taken', said));
    } catch (error) {
      setProblem(problemText(error));
      setStep({ is: 'shown', preview });
    }
  }

  function drop(): void {
    void dataWorker().handOff.drop();
    setProblem(undefined);
    setStep({ is: 'idle' });
  }

  return (
    <Card title={t('takeTitle')}>
      <Stack gap="sm" data-testid="hand-off-take-card" data-step={step.is}>
        <p className={classes.quiet}>{t(packs ? 'takeText' : 'takeFirstText')}</p>
        {isBlocked && hasSample === true && <SampleNotice />}
        {!packs && (
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            placeholder={t('namePlaceholder')}
            data-testid="hand-off-take-name"
            maxLength={60}
            value={typedName}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {step.is === 'asked' && (
          <PassphraseAsked
            passphrase={passphrase}
            onType={setPassphrase}
            onOpen={() => void open(step.file, passphrase)}
          />
        )}
        {(step.is === 'shown' || step.is === 'taking') && (
          <PackLook
            preview={step.preview}
            share={step.is === 'taking' ? step.share : undefined}
            onTake={(isAccepted) => void take(step.preview, isAccepted)}
            onDrop={drop}
          />
        )}
        {step.is === 'opening' && (
          <p role="status" className={classes.quiet}>
            {t('opening')}
          </p>
        )}
        {problem !== undefined && (
          <p role="alert" className={classes.problem} data-testid="hand-off-problem">
            {problem}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          {(step.is === 'asked' || step.is === 'opening') && (
            <Button variant="default" onClick={drop}>
              {t('cancel')}
            </Button>
          )}
          {(step.is === 'idle' || step.is === 'opening') && (
            <Button
              data-testid="hand-off-pick"
              variant={packs ? 'default' : 'filled'}
              disabled={isBlocked}
              loading={step.is === 'opening'}
              onClick={() => void pick()}
            >
              {t('pick')}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

type PassphraseAskedProps = {
  passphrase: string;
  onType: (text: string) => void;
  onOpen: () => void;
};

function PassphraseAsked({ passphrase, onType, onOpen }: PassphraseAskedProps) {
  const t = useMessages(handOffMessages);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase !== '') onOpen();
  }
  return (
    <form noValidate onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <PasswordInput
          flex={1}
          label={t('passphraseAsked')}
          data-testid="hand-off-open-passphrase"
          autoComplete="off"
          maxLength={200}
          value={passphrase}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <Button type="submit" data-testid="hand-off-open" disabled={passphrase === ''}>
          {t('open')}
        </Button>
      </Group>
    </form>
  );
}
