import { Radio, Stack } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { JoinMode } from '@/workers/sync/sync-types';
import classes from '../sync.module.css';
import { joiningMessages } from './joining.messages';
import type { DataHere } from './use-data-here';

const MODES: readonly JoinMode[] = ['bring', 'replace'];

type DataChoiceProps = {
  data: DataHere | undefined;
  mode: JoinMode;
  isDisabled: boolean;
  onChange: (mode: JoinMode) => void;
};

/** What becomes of the data that are here; not asked where there are none of one's own. */
export function DataChoice({ data, mode, isDisabled, onChange }: DataChoiceProps) {
  const t = useMessages(joiningMessages);
  const format = useFormat();
  if (!data || (data.members === 0 && data.orders === 0)) return null;
  if (data.hasSample) return <p className={classes.quiet}>{t('sampleFirst')}</p>;
  const { members, orders } = data;
  const counts = { members: format.count(members), orders: format.count(orders) };
  return (
    <Radio.Group
      label={t('dataTitle')}
      description={`${t('dataNow', counts)} ${t('backupFirst')}`}
      value={mode}
      onChange={(value) => onChange(MODES.find((it) => it === value) ?? 'bring')}
    >
      <Stack gap={8} mt={8}>
        {MODES.map((value) => (
          <Radio
            key={value}
            value={value}
            data-testid={`sync-mode-${value}`}
            disabled={isDisabled}
            label={t(value)}
            description={t(value === 'bring' ? 'bringHint' : 'replaceHint')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
