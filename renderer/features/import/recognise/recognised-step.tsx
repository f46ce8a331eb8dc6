import { Button } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { RefusedNote } from '../refused-note';
import type { SessionAt } from '../session/import-session';
import { comparePlan, editColumns } from '../session/plan-file';
import { FileChoices } from './file-choices';
import { FileNotes, MemoryNote } from './file-notes';
import { MappingTable } from './mapping-table';
import { missingProblem } from './missing-problem';
import { recogniseMessages } from './recognise.messages';
import classes from './recognised-step.module.css';
import { SourceLine } from './source-line';

type Props = { session: SessionAt<'recognised' | 'planning' | 'planned' | 'writing' | 'done'> };

/** What the file was taken for. The columns are open before the comparison, folded into a line after. */
export function RecognisedStep({ session }: Props) {
  const t = useMessages(recogniseMessages);
  const { step, opened, choices } = session;
  const missing = missingProblem(opened, choices.mapping);
  const problem = step === 'recognised' ? (session.problem ?? missing) : missing;
  const isOpen = step === 'recognised' || (session.isEditing && step !== 'done');
  const isSettled = step === 'planned' || step === 'recognised';
  return (
    <section className={classes.card} data-open={isOpen}>
      <header className={classes.head}>
        <SourceLine opened={opened} choices={choices} />
        <div className={classes.actions}>
          {isOpen && step === 'planned' && (
            <Button
              size="compact-sm"
              variant="subtle"
              data-testid="import-fold-columns"
              onClick={() => editColumns(false)}
            >
              {t('fold')}
            </Button>
          )}
          {isOpen && isSettled && (
            <Button
              {...(step === 'planned' ? { variant: 'default' } : {})}
              data-testid="import-next"
              disabled={missing !== undefined}
              onClick={() => void comparePlan()}
            >
              {t(step === 'planned' ? 'compareAgain' : 'next')}
            </Button>
          )}
          {!isOpen && step === 'planned' && (
            <Button
              size="compact-sm"
              variant="subtle"
              data-testid="import-edit-columns"
              onClick={() => editColumns(true)}
            >
              {t('edit')}
            </Button>
          )}
        </div>
      </header>
      {isOpen && (
        <>
          <FileNotes opened={opened} />
          {problem !== undefined && <RefusedNote file={opened.fileName} problem={problem} />}
          <FileChoices opened={opened} choices={choices} />
          <MappingTable opened={opened} choices={choices} />
          <MemoryNote opened={opened} choices={choices} />
        </>
      )}
    </section>
  );
}
