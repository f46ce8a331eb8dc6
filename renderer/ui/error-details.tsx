import { Box, Button, Code, Collapse, CopyButton, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import classes from './error-details.module.css';

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
          leftSection={<span className={classes.chevron} data-open={isOpen} aria-hidden />}
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
