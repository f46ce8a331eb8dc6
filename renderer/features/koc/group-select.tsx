import { Select } from '@mantine/core';
import { useOpenGroups } from './use-koc';

type GroupSelectProps = {
  label: string;
  /** Said where no group is chosen. */
  all: string;
  value: string | undefined;
  testId: string;
  onChange: (groupId: string | undefined) => void;
};

/** Narrows a list to one group. */
export function GroupSelect({ label, all, value, testId, onChange }: GroupSelectProps) {
  const groups = useOpenGroups();
  return (
    <Select
      size="xs"
      w={200}
      aria-label={label}
      data-testid={testId}
      placeholder={all}
      searchable
      clearable
      limit={100}
      data={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
