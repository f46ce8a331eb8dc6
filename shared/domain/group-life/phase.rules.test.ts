import { startOfDay } from '@shared/lib/time';
import { expect, it } from 'vitest';
import { DEFAULT_GROUP_LIFE } from './life-settings.schema';
import { declinedUntil, proposePhase } from './phase.rules';

const ZONE = 'Asia/Shanghai';
const at = (day: string) => startOfDay(day, ZONE) + 1;
const full = { phase: 'early', openedAt: at('2026-09-01'), fullAt: at('2026-10-01') } as const;

const ask = (today: string, phaseDeclined?: { to: 'middle' | 'late'; at: number }) =>
  proposePhase(
    {
      group: { ...full, ...(phaseDeclined && { phaseDeclined }) },
      activity: [],
      today,
      zone: ZONE,
    },
    DEFAULT_GROUP_LIFE,
  )?.to;

it('what the leader put aside is not proposed again for fourteen days, that day included', () => {
  const declined = { to: 'middle', at: at('2026-11-10') } as const;
  expect(ask('2026-11-10')).toBe('middle');
  expect(ask('2026-11-10', declined)).toBeUndefined();
  expect(declinedUntil({ phaseDeclined: declined }, ZONE)).toBe('2026-11-23');
  expect(ask('2026-11-23', declined)).toBeUndefined();
  expect(ask('2026-11-24', declined)).toBe('middle');
});

it('putting one change aside keeps no other from being proposed', () => {
  expect(ask('2026-11-10', { to: 'late', at: at('2026-11-10') })).toBe('middle');
});
