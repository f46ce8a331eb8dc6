import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import type { SendDesk } from '../desk/use-send-desk';
import { sendMessages } from '../send.messages';
import { FillVariable } from '../variables/fill-variable';
import classes from './send-card.module.css';
import { useProblemWords } from './use-problem-words';

/** What speaks against sending the open piece to the open group, each with its way out. */
export function ProblemLines({ desk }: { desk: SendDesk }) {
  const t = useMessages(sendMessages);
  const wordsOf = useProblemWords();
  const { piece, text, focus, actions, nameOf } = desk;
  if (!piece || !text || !focus || text.problems.length === 0) return null;
  return (
    <ul className={classes.problems} data-testid="send-problems">
      {text.problems.map((problem) => (
        <li key={problem.kind} data-kind={problem.kind}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{wordsOf(problem)}</span>
          {problem.kind === 'notApproved' && (
            <Button
              size="compact-xs"
              variant="default"
              data-testid="send-approve"
              onClick={() => void actions.approve(piece.item.id)}
            >
              {t('approve')}
            </Button>
          )}
          {(problem.kind === 'noText' ||
            problem.kind === 'tooLong' ||
            problem.kind === 'forbidden') && (
            <Button size="compact-xs" variant="default" onClick={() => desk.edit(true)}>
              {t('editText')}
            </Button>
          )}
          {problem.kind === 'missing' &&
            problem.names.map((name) => (
              <FillVariable
                key={`${focus.groupId} ${name}`}
                name={name}
                groupId={focus.groupId}
                groupName={nameOf(focus.groupId)}
                setVariable={actions.setVariable}
              />
            ))}
        </li>
      ))}
    </ul>
  );
}
