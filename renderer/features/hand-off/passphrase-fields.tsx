import { Checkbox, PasswordInput } from '@mantine/core';
import { MIN_PASSPHRASE } from '@shared/sync/pack/passphrase';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';

type Secret = {
  isOn: boolean;
  first: string;
  again: string;
  problem: 'passphraseShort' | 'passphraseOther' | undefined;
  set: (change: Partial<Pick<Secret, 'isOn' | 'first' | 'again'>>) => void;
  /** Empty without one. */
  passphrase: string;
  /** Whether it can be used; says why not beside the field. */
  check: () => boolean;
};

/** A passphrase typed twice, or none. */
export function usePassphrase(): Secret {
  const [typed, setTyped] = useState({ isOn: true, first: '', again: '' });
  const [problem, setProblem] = useState<Secret['problem']>();
  return {
    ...typed,
    problem,
    set: (change) => {
      setProblem(undefined);
      setTyped((before) => ({ ...before, ...change }));
    },
    passphrase: typed.isOn ? typed.first : '',
    check: () => {
      const wrong = typed.isOn ? wrongWith(typed.first, typed.again) : undefined;
      setProblem(wrong);
      return wrong === undefined;
    },
  };
}

function wrongWith(first: string, again: string): Secret['problem'] {
  if (first.length < MIN_PASSPHRASE) return 'passphraseShort';
  return first === again ? undefined : 'passphraseOther';
}

export function PassphraseFields({ secret, isDisabled }: { secret: Secret; isDisabled: boolean }) {
  const t = useMessages(handOffMessages);
  const { isOn, first, again, problem, set } = secret;
  const n = MIN_PASSPHRASE;
  return (
    <>
      <Checkbox
        label={t('withPassphrase')}
        data-testid="hand-off-with-passphrase"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => set({ isOn: event.currentTarget.checked })}
      />
      {isOn ? (
        <>
          <PasswordInput
            label={t('passphrase')}
            description={t('passphraseHint', { n })}
            data-testid="hand-off-passphrase"
            autoComplete="off"
            maxLength={200}
            value={first}
            disabled={isDisabled}
            error={problem === 'passphraseShort' ? t(problem, { n }) : undefined}
            onChange={(event) => set({ first: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('passphraseAgain')}
            data-testid="hand-off-passphrase-again"
            autoComplete="off"
            maxLength={200}
            value={again}
            disabled={isDisabled}
            error={problem === 'passphraseOther' ? t(problem) : undefined}
            onChange={(event) => set({ again: event.currentTarget.value })}
          />
        </>
      ) : (
        <p className={classes.notice}>{t('noPassphrase')}</p>
      )}
    </>
  );
}
