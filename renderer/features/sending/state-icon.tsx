import type { SendTargetState } from '@shared/domain/calendar/send-state.rules';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconHourglassLow,
} from '@tabler/icons-react';

const ICONS: Record<SendTargetState, typeof IconCheck> = {
  waiting: IconClock,
  due: IconHourglassLow,
  late: IconAlertTriangle,
  missed: IconAlertTriangle,
  givenUp: IconBan,
  sentEarly: IconCheck,
  sentInSlot: IconCheck,
  sentLate: IconCheck,
  sentUntimed: IconCheck,
};

/** A state's shape; its word stands beside it. */
export function StateIcon({ state, size = 14 }: { state: SendTargetState; size?: number }) {
  const Icon = ICONS[state];
  return <Icon size={size} stroke={2} aria-hidden />;
}
