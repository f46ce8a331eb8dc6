import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './why.module.css';

type WhyProps = {
  /** 为什么 */
  word: string;
  /** Formula, inputs, source. */
  children: ReactNode;
};

/** The small word beside a number that says where the number comes from. */
export function Why({ word, children }: WhyProps) {
  return (
    <Popover width={280} position="bottom-start" shadow="md" withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.word}>{word}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.text}>{children}</Popover.Dropdown>
    </Popover>
  );
}
