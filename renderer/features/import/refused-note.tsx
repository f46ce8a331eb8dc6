import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** Why a file was not taken, in words, with the file that they speak of. */
export function RefusedNote({ file, problem }: { file: string; problem: string }) {
  return (
    <Alert color="red" icon={<IconAlertCircle size={20} />} role="alert">
      <span data-testid="import-error" data-file={file}>
        {problem}
      </span>
    </Alert>
  );
}
