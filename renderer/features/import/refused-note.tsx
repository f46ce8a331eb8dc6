import { Alert } from '@mantine/core';
import { IconAlertCircle, IconLock } from '@tabler/icons-react';

type Props = {
  file: string;
  problem: string;
  /** Yellow for what waits for something, red for what failed. */
  tone?: 'red' | 'yellow';
};

/** Why a file was not taken, in words, with the file that they speak of. */
export function RefusedNote({ file, problem, tone = 'red' }: Props) {
  return (
    <Alert
      color={tone}
      py={10}
      icon={tone === 'red' ? <IconAlertCircle size={20} /> : <IconLock size={20} />}
      role="alert"
    >
      <span data-testid="import-error" data-file={file}>
        {problem}
      </span>
    </Alert>
  );
}
