import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';

type CopyButtonProps = {
  text: string;
  testId: string;
  words: { copy: string; copied: string; failed: string };
};

/** Copies a text and says on itself how it went; another text begins anew. */
export function CopyButton({ text, testId, words }: CopyButtonProps) {
  const [said, setSaid] = useState<{ text: string; isCopied: boolean }>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid({ text, isCopied: true }),
      () => setSaid({ text, isCopied: false }),
    );
  const state = said?.text === text ? (said.isCopied ? words.copied : words.failed) : words.copy;
  return (
    <Button
      size="compact-xs"
      variant="default"
      data-testid={testId}
      leftSection={<IconCopy size={14} stroke={1.75} />}
      onClick={() => void copy()}
    >
      {state}
    </Button>
  );
}
