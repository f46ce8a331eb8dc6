import { Checkbox, MultiSelect, Radio, Stack } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import type { Sight } from './sight.rules';
import { teamMessages } from './team.messages';

type SightFieldsProps = {
  sight: Sight;
  isViewer: boolean;
  problem: string | undefined;
  onChange: (sight: Sight) => void;
};

export function SightFields({ sight, isViewer, problem, onChange }: SightFieldsProps) {
  const t = useMessages(teamMessages);
  const groups = useLive(() => readDb.rows('groups').all(), []);
  return (
    <>
      <Radio.Group
        label={t('sight')}
        value={sight.isAll ? 'all' : 'some'}
        onChange={(value) => onChange({ ...sight, isAll: value === 'all' })}
      >
        <Stack gap={8} mt={8}>
          <Radio value="all" label={t('sightAll')} data-testid="sight-all" />
          <Radio value="some" label={t('sightChosen')} data-testid="sight-some" />
        </Stack>
      </Radio.Group>
      {!sight.isAll && (
        <Stack gap={8}>
          <MultiSelect
            aria-label={t('pickGroups')}
            placeholder={sight.groupIds.length === 0 ? t('pickGroups') : undefined}
            data-testid="sight-groups"
            searchable
            clearable
            hidePickedOptions
            nothingFoundMessage={t('pickNone')}
            limit={200}
            error={problem}
            value={sight.groupIds}
            data={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(groupIds) => onChange({ ...sight, groupIds })}
          />
          <Checkbox
            label={t('withIntake')}
            checked={sight.withIntake}
            onChange={(event) => onChange({ ...sight, withIntake: event.currentTarget.checked })}
          />
          {!isViewer && (
            <Checkbox
              label={t('readOnly')}
              checked={!sight.canWrite}
              onChange={(event) => onChange({ ...sight, canWrite: !event.currentTarget.checked })}
            />
          )}
        </Stack>
      )}
    </>
  );
}
