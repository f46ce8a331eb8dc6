import { ActionIcon, Button, Group, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { personaMessages } from './persona.messages';
import classes from './persona-page.module.css';

const MOST_LIMITS = 8;

type BandFieldsProps = {
  label: string;
  testId: string;
  /** Where bands part, rising. */
  limits: readonly number[];
  step: number;
  onChange: (limits: number[]) => void;
};

/** The limits between bands, in a row. */
export function BandFields({ label, testId, limits, step, onChange }: BandFieldsProps) {
  const t = useMessages(personaMessages);
  const isBad = (at: number) => at > 0 && (limits[at] ?? 0) <= (limits[at - 1] ?? 0);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={classes.legend}>{label}</legend>
      <Group gap="xs" data-testid={testId}>
        {limits.map((limit, at) => (
          <NumberInput
            hideControls
            key={at}
            w={116}
            min={0}
            step={step}
            decimalScale={2}
            error={isBad(at)}
            aria-label={`${label} ${t('bandPlace', { n: at + 1 })}`}
            value={limit}
            onChange={(value) =>
              onChange(limits.map((it, other) => (other === at ? Number(value) : it)))
            }
            rightSection={
              limits.length > 1 && (
                <ActionIcon
                  size="xs"
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeBand')}
                  onClick={() => onChange(limits.filter((_, other) => other !== at))}
                >
                  <IconX size={12} />
                </ActionIcon>
              )
            }
          />
        ))}
        {limits.length < MOST_LIMITS && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...limits, (limits.at(-1) ?? 0) + step])}
          >
            {t('addBand')}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}
