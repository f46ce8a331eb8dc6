import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { RefusedNote } from '../refused-note';
import type { SessionAt } from '../session/import-session';
import { unlockFile } from '../session/open-file';
import { chooseMessages } from './choose.messages';
import classes from './password-form.module.css';

/** A protected workbook asks for its password, once more if it was a wrong one. */
export function PasswordForm({ session }: { session: SessionAt<'locked'> }) {
  const t = useMessages(chooseMessages);
  const [password, setPassword] = useState('');
  const [isKept, setIsKept] = useState(false);
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void unlockFile(password, isKept);
      }}
    >
      <RefusedNote
        file={session.file.name}
        problem={session.problem}
        tone={session.isWrong ? 'red' : 'yellow'}
      />
      <div className={classes.line}>
        <PasswordInput
          className={classes.field}
          label={t('password')}
          data-testid="import-password"
          autoFocus
          autoComplete="off"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <Button type="submit" data-testid="import-unlock" disabled={password === ''}>
          {t('passwordOpen')}
        </Button>
      </div>
      <Checkbox
        size="xs"
        data-testid="import-remember-password"
        label={t('passwordRemember')}
        checked={isKept}
        onChange={({ currentTarget }) => setIsKept(currentTarget.checked)}
      />
    </form>
  );
}
