import { Button } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { importMessages } from './import.messages';
import classes from './recognised-step.module.css';
import { editColumns, type ImportSession } from './session';
import { SourceLine } from './source-line';

type Props = { session: Extract<ImportSession, { opened: unknown }> };

/** The recognised file as one line, above its plan. */
export function RecognisedSummary({ session }: Props) {
  const t = useMessages(importMessages);
  return (
    <div className={classes.summary}>
      <SourceLine opened={session.opened} choices={session.choices} />
      {session.step === 'planned' && (
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          data-testid="import-edit-columns"
          onClick={editColumns}
        >
          {t('edit')}
        </Button>
      )}
    </div>
  );
}
