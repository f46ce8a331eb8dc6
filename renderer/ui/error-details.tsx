import { Box, Button, Code, Collapse, CopyButton, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';

type ErrorDetailsProps = {
  details: string;
  labels: { show: string; copy: string; copied: string };
};

/** Technical details, folded, with a button that copies them for whoever helps. */
export function ErrorDetails({ details, labels }: ErrorDetailsProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Box mt="lg">
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          onClick={toggle}
          leftSection={
            <IconChevronRight
              size={14}
              style={{ transform: isOpen ? 'rotate(90deg)' : 'none', transition: '150ms' }}
            />
          }
        >
          {labels.show}
        </Button>
        <CopyButton value={details}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={copy}>
              {copied ? labels.copied : labels.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Collapse expanded={isOpen}>
        <Code block mt="xs" style={{ maxHeight: 220, overflow: 'auto', whiteSpace: 'pre-wrap' }}>
          {details}
        </Code>
      </Collapse>
    </Box>
  );
}
