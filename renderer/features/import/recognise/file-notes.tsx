import { Alert, Button } from '@mantine/core';
import { IconBulb, IconHistory } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { OFFERED_KINDS } from '../choose/kinds';
import { chooseKind, forgetColumns } from '../session/open-file';
import { recogniseMessages } from './recognise.messages';
import classes from './recognised-step.module.css';

/** What one should know before the comparison: imported before, other rows than chosen. */
export function FileNotes({ opened }: { opened: OpenedFile }) {
  const t = useMessages(recogniseMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { betterKind, sameFileAt } = opened;
  const kind = betterKind && words(`importKind.${betterKind}`);
  return (
    <>
      {sameFileAt !== undefined && (
        <Alert color="teal" py={8} icon={<IconHistory size={18} />} data-testid="import-same-file">
          {t('sameFile', { when: format.relativeTime(sameFileAt) })}
        </Alert>
      )}
      {betterKind !== undefined && kind !== undefined && OFFERED_KINDS.includes(betterKind) && (
        <Alert
          color="yellow"
          py={8}
          icon={<IconBulb size={18} />}
          data-testid="import-better-kind"
          data-kind={betterKind}
        >
          <span className={classes.offer}>
            {t('betterKind', { kind })}
            <Button
              size="compact-sm"
              variant="default"
              data-testid="import-better-kind-take"
              onClick={() => void chooseKind(betterKind)}
            >
              {t('betterKindTake', { kind })}
            </Button>
          </span>
        </Alert>
      )}
    </>
  );
}

/** That columns are remembered from the last time, or will be for the next. */
export function MemoryNote({ opened, choices }: { opened: OpenedFile; choices: PlanChoices }) {
  const t = useMessages(recogniseMessages);
  const format = useFormat();
  const remembered = opened.reasons.filter((reason) => reason === 'memory').length;
  const isChanged = choices.mapping.some((field, column) => field !== opened.mapping[column]);

  async function forget(): Promise<void> {
    try {
      await forgetColumns();
      showDone(t('forgotten'));
    } catch (error) {
      showProblem(error);
    }
  }

  if (remembered === 0 && !isChanged) return null;
  return (
    <p className={classes.memory} role="status" data-testid="import-memory">
      {isChanged && t('willRemember')}
      {remembered > 0 && (
        <>
          {t('remembered', { n: format.count(remembered) })}
          <Button
            size="compact-xs"
            variant="subtle"
            data-testid="import-forget-columns"
            onClick={() => void forget()}
          >
            {t('forget')}
          </Button>
        </>
      )}
    </p>
  );
}
