import { ActionIcon, Button, Group, NumberInput, Select } from '@mantine/core';
import {
  QUADRANTS,
  type QuadrantRow,
} from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { quadrantsMessages } from './quadrants.messages';
import classes from './quadrants.module.css';
import { useQuadrantName } from './use-quadrant-name';

const LIMITS = ['arpuFrom', 'arpuBelow', 'ltvFrom', 'ltvBelow'] as const;
const MOST_ROWS = 20;

type RuleRowsProps = { rows: readonly QuadrantRow[]; onChange: (rows: QuadrantRow[]) => void };

/** The rule table, row by row, from the first to be read to the last. */
export function RuleRows({ rows, onChange }: RuleRowsProps) {
  const t = useMessages(quadrantsMessages);
  const swap = (at: number, other: number) => {
    const here = rows[at];
    const there = rows[other];
    if (!here || !there) return;
    onChange(rows.map((row, index) => (index === at ? there : index === other ? here : row)));
  };
  return (
    <div className={classes.rows} data-testid="quadrants-rule-rows">
      {rows.map((row, at) => (
        <RuleRow
          key={at}
          row={row}
          label={t('rowLabel', { n: at + 1 })}
          onChange={(next) => onChange(rows.map((it, index) => (index === at ? next : it)))}
          onUp={at > 0 ? () => swap(at, at - 1) : undefined}
          onDown={at < rows.length - 1 ? () => swap(at, at + 1) : undefined}
          onRemove={
            rows.length > 1 ? () => onChange(rows.filter((_, index) => index !== at)) : undefined
          }
        />
      ))}
      {rows.length < MOST_ROWS && (
        <Button
          size="compact-sm"
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...rows, { quadrant: 'potential' }])}
        >
          {t('addRow')}
        </Button>
      )}
    </div>
  );
}

type RuleRowProps = {
  row: QuadrantRow;
  label: string;
  onChange: (row: QuadrantRow) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
};

function RuleRow({ row, label, onChange, onUp, onDown, onRemove }: RuleRowProps) {
  const t = useMessages(quadrantsMessages);
  const { nameOf } = useQuadrantName();
  const setLimit = (limit: (typeof LIMITS)[number], value: number | string) => {
    const { [limit]: _, ...rest } = row;
    onChange(value === '' ? rest : { ...rest, [limit]: Number(value) });
  };
  const setSilence = (value: string | null) => {
    const { isSilent: _, ...rest } = row;
    onChange(value === 'any' || value === null ? rest : { ...rest, isSilent: value === 'yes' });
  };
  const silence = row.isSilent === undefined ? 'any' : row.isSilent ? 'yes' : 'no';
  return (
    <fieldset
      className={classes.row}
      aria-label={label}
      style={{ border: 0, margin: 0, padding: 0 }}
    >
      <Select
        label={t('columnQuadrant')}
        allowDeselect={false}
        value={row.quadrant}
        data={QUADRANTS.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(value) =>
          onChange({ ...row, quadrant: QUADRANTS.find((it) => it === value) ?? row.quadrant })
        }
      />
      {LIMITS.map((limit) => (
        <NumberInput
          hideControls
          key={limit}
          label={t(`${limit}Field`)}
          min={0}
          step={0.5}
          decimalScale={2}
          value={row[limit] ?? ''}
          onChange={(value) => setLimit(limit, value)}
        />
      ))}
      <Select
        label={t('silence')}
        allowDeselect={false}
        value={silence}
        data={(['any', 'yes', 'no'] as const).map((value) => ({
          value,
          label: t(`silence.${value}`),
        }))}
        onChange={setSilence}
      />
      <Group gap={2} wrap="nowrap" pb={6}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('moveUp')}
          disabled={!onUp}
          onClick={onUp}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('moveDown')}
          disabled={!onDown}
          onClick={onDown}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('removeRow')}
          disabled={!onRemove}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </fieldset>
  );
}
