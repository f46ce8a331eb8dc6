import { Button } from '@mantine/core';
import type { Play } from '@shared/domain/plays/play.schema';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import { closePlay, removePlay } from '../plays.commands';
import type { ReadPlay } from '../use-play-figures';
import { usePlayWords } from '../use-play-words';
import { EditPlayDialog } from './edit-play-dialog';
import classes from './play-panel.module.css';

type PlayHeadProps = { play: Play; base: string; read?: ReadPlay; gone?: number };

/** Name, days and what can be done with the play itself. */
export function PlayHead({ play, base, read, gone = 0 }: PlayHeadProps) {
  const { t, format, stateOf } = usePlayWords();
  const [, navigate] = useLocation();
  const [isEditing, setIsEditing] = useState(false);
  const isClosed = play.closedAt !== undefined;
  const which = { playId: play.id, name: play.name };

  async function run(work: () => Promise<unknown>, done: string) {
    try {
      await work();
      showDone(done, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  const toggle = () =>
    run(
      () => execute(closePlay, { ...which, isClosed: !isClosed }),
      t(isClosed ? 'wasReopened' : 'wasClosed', { name: play.name }),
    );
  const remove = () =>
    run(
      async () => {
        await execute(removePlay, which);
        navigate(base);
      },
      t('wasRemoved', { name: play.name }),
    );

  return (
    <header className={classes.head}>
      <div>
        <h2>
          {play.name}{' '}
          <Chip tone={isClosed ? 'plain' : 'teal'}>
            {isClosed
              ? t('closed')
              : read
                ? stateOf(read.days, play.startDay, play.windowDays)
                : '…'}
          </Chip>
        </h2>
        <p className={classes.quiet}>
          {[
            t('subtitle', {
              start: format.fullDay(play.startDay),
              days: play.windowDays,
              end: read ? format.fullDay(read.days.lastDay) : '…',
            }),
            ...(play.note ? [play.note] : []),
            ...(play.lot ? [t('lot', { seed: play.lot.seed })] : []),
            ...(gone > 0 ? [t('gone', { n: format.count(gone) })] : []),
          ].join(' · ')}
        </p>
      </div>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="default"
          data-testid="play-edit"
          onClick={() => setIsEditing(true)}
        >
          {t('edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          data-testid="play-close"
          onClick={() => void toggle()}
        >
          {t(isClosed ? 'reopen' : 'close')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          data-testid="play-remove"
          onClick={() => void remove()}
        >
          {t('remove')}
        </Button>
      </div>
      {isEditing && <EditPlayDialog play={play} onClose={() => setIsEditing(false)} />}
    </header>
  );
}
