import { Popover, UnstyledButton } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { experimentsMessages } from './experiments.messages';
import classes from './experiments.module.css';

const WORDS = ['significant', 'interval', 'cluster'] as const;

/** The three words without which a verdict cannot be read, each a click away. */
export function LearnCard() {
  const t = useMessages(experimentsMessages);
  return (
    <p className={classes.learn}>
      {t('learn')}
      {WORDS.map((word) => (
        <Popover key={word} width={340} position="bottom-start" shadow="md" withArrow>
          <Popover.Target>
            <UnstyledButton className={classes.learnWord} data-testid={`experiment-learn-${word}`}>
              {t(`learn.${word}`)}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <p className={classes.say}>{t(`learn.${word}Text`)}</p>
            <p className={classes.quiet}>{t('learn.source')}</p>
          </Popover.Dropdown>
        </Popover>
      ))}
    </p>
  );
}
