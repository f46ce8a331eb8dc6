import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';

const KEYS = [
  ['decide', ['A', 'R', 'S']],
  ['fields', ['1', '2', '3', '4']],
  ['identity', ['5', '6']],
  ['leave', ['Enter']],
  ['take', ['F']],
  ['move', ['J', 'K', '↓', '↑']],
  ['undo', ['U']],
  ['room', ['Z']],
  ['photo', ['Ctrl+V', 'P']],
  ['help', ['?']],
] as const;

/** Which key does what. */
export function KeysHelp() {
  const t = useMessages(auditMessages);
  return (
    <dl className={classes.keys} data-testid="audit-keys">
      {KEYS.map(([what, keys]) => (
        <Fragment key={what}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key} size="xs">
                {key}
              </Kbd>
            ))}
          </dt>
          <dd>{t(`key.${what}`)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
