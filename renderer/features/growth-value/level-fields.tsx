import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { useLevelName } from './use-growth';

type LevelFieldsProps = {
  levels: readonly GrowthLevel[];
  onChange: (levels: GrowthLevel[]) => void;
};

const MOST_LEVELS = 12;

/** The levels, lowest first; keys stay, so that rules and privileges go on naming the same level. */
export function LevelFields({ levels, onChange }: LevelFieldsProps) {
  const t = useMessages(growthValueMessages);
  const nameOf = useLevelName();
  const change = (at: number, patch: Partial<GrowthLevel>) =>
    onChange(levels.map((level, index) => (index === at ? { ...level, ...patch } : level)));
  const add = () => {
    const from = (levels[levels.length - 1]?.from ?? 0) + 1000;
    onChange([...levels, { key: `level-${crypto.randomUUID().slice(0, 8)}`, name: '', from }]);
  };
  return (
    <>
      <h3 className={classes.section}>{t('levelRules')}</h3>
      {levels.map((level, at) => (
        <div key={level.key} className={classes.levelRow}>
          <TextInput
            size="xs"
            aria-label={`${t('levelName')} ${at + 1}`}
            maxLength={40}
            value={nameOf(level)}
            onChange={(event) => change(at, { name: event.currentTarget.value })}
          />
          <NumberInput
            size="xs"
            aria-label={`${t('threshold')} ${at + 1}`}
            data-testid={`growth-level-${at}`}
            allowDecimal={false}
            min={0}
            max={10_000_000}
            disabled={at === 0}
            value={level.from}
            onChange={(value) => change(at, { from: Number(value) || 0 })}
          />
          {at > 0 && (
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={t('removeLevel', { name: nameOf(level) })}
              onClick={() => onChange(levels.filter((_, index) => index !== at))}
            >
              <IconX size={14} stroke={1.75} />
            </ActionIcon>
          )}
        </div>
      ))}
      {levels.length < MOST_LEVELS && (
        <Button
          size="compact-xs"
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus size={12} stroke={2} />}
          onClick={add}
        >
          {t('addLevel')}
        </Button>
      )}
    </>
  );
}
