import { Button, Group, Input, SegmentedControl } from '@mantine/core';
import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { ContentPlan } from '@shared/domain/calendar/content.schema';
import { PLACE_MODES, type PlaceMode } from '@shared/domain/calendar/plan-place.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { placePlans } from '../place.commands';
import { placeMessages } from './place.messages';

type PlaceButtonsProps = {
  what: 'template' | 'month' | 'greetings';
  items: readonly (Cell & { plan: ContentPlan })[];
  onClose: () => void;
};

/** Makes what the preview shows, or leaves it. */
export function PlaceButtons({ what, items, onClose }: PlaceButtonsProps) {
  const t = useMessages(placeMessages);
  const [isBusy, setBusy] = useState(false);
  const place = async () => {
    setBusy(true);
    try {
      const { count } = await execute(placePlans, { what, items: [...items] });
      onClose();
      showDone(t('placed', { count, n: count }), { undo: true });
    } catch (error) {
      setBusy(false);
      showProblem(error);
    }
  };
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button
        data-testid="place-confirm"
        disabled={items.length === 0}
        loading={isBusy}
        onClick={() => void place()}
      >
        {t('place', { count: items.length, n: items.length })}
      </Button>
    </Group>
  );
}

type ModeFieldProps = { value: PlaceMode; onChange: (mode: PlaceMode) => void };

/** What happens where something is planned already. */
export function ModeField({ value, onChange }: ModeFieldProps) {
  const t = useMessages(placeMessages);
  return (
    <Input.Wrapper label={t('mode')}>
      <div>
        <SegmentedControl
          value={value}
          data={PLACE_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
          onChange={onChange}
        />
      </div>
    </Input.Wrapper>
  );
}
