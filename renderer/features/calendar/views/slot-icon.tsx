import type { Slot } from '@shared/domain/calendar/slots';
import { IconMoon, IconSun, IconSunrise, IconSunset2, type TablerIcon } from '@tabler/icons-react';

const SLOT_ICONS: Record<Slot, TablerIcon> = {
  morning: IconSunrise,
  noon: IconSun,
  evening: IconSunset2,
  night: IconMoon,
};

export function SlotIcon({ slot, size = 20 }: { slot: Slot; size?: number }) {
  const Icon = SLOT_ICONS[slot];
  return <Icon size={size} stroke={1.8} aria-hidden />;
}
