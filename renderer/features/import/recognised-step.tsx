import { Alert, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { FileChoices } from './file-choices';
import { importMessages } from './import.messages';
import { MappingTable } from './mapping-table';
import { missingProblem } from './missing-problem';
import classes from './recognised-step.module.css';
import { RefusedNote } from './refused-note';
import { type ImportSession, makePlan } from './session';
import { SourceLine } from './source-line';

type Props = { session: ImportSession & { step: 'recognised' } };

/** What the file was taken for; every column can be changed before the comparison. */
export function RecognisedStep({ session }: Props) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const { opened, choices } = session;
  const problem = session.problem ?? missingProblem(opened, choices.mapping);
  return (
    <section className={classes.card}>
      <header className={classes.head}>
        <SourceLine opened={opened} choices={choices} />
        <Button
          flex="none"
          data-testid="import-next"
          disabled={missingProblem(opened, choices.mapping) !== undefined}
          onClick={() => void makePlan()}
        >
          {t('next')}
        </Button>
      </header>
      {opened.sameFileAt !== undefined && (
        <Alert color="teal" py={8} icon={<IconHistory size={18} />} data-testid="import-same-file">
          {t('sameFile', { when: format.relativeTime(opened.sameFileAt) })}
        </Alert>
      )}
      {problem !== undefined && <RefusedNote file={opened.fileName} problem={problem} />}
      <FileChoices opened={opened} choices={choices} />
      <MappingTable opened={opened} mapping={choices.mapping} />
    </section>
  );
}
