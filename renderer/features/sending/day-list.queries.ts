import { type DayWork, dayWork, MISSED_DAYS } from '@shared/domain/calendar/send-day.rules';
import type { SendVariables } from '@shared/domain/calendar/send-variables.schema';
import type { SendClock } from '@shared/domain/calendar/send-window.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, dayOf } from '@shared/lib/time';
import { readSlots } from '@/app/use-slots';
import { readDb } from '@/db/read';

export type DayList = {
  work: DayWork;
  /** UTC ms for which the states hold. */
  nowMs: number;
  /** `YYYY-MM-DD` of that moment. */
  today: string;
  clock: SendClock;
  /** All groups, dissolved ones too: what they got keeps their names. */
  groups: Group[];
  variables: SendVariables;
  workspaceName: string;
};

/** Today shows how far the slots are, and the first screen does not wait for schemas. */
async function readVariables(): Promise<SendVariables> {
  const { readSendVariables, SEND_VARIABLES_ID } = await Promise.resolve(
    import('@shared/domain/calendar/send-variables.schema'),
  );
  return readSendVariables((await readDb.rows('modelSettings').get(SEND_VARIABLES_ID))?.settings);
}

/** The clock by which plans are read: the slots' hours and the workspace's zone. */
export async function readClock(): Promise<SendClock> {
  const [settings, workspace] = await Promise.all([
    readSlots(),
    readDb.rows('workspace').get('workspace'),
  ]);
  return { settings, zone: workspace?.timeZone ?? DEFAULT_TIME_ZONE };
}

/** Everything that goes out on a day, in which groups, and where each stands. */
export async function dayList(day: string, nowMs: number = Date.now()): Promise<DayList> {
  const [clock, groups, workspace, variables] = await Promise.all([
    readClock(),
    readDb.rows('groups').all(),
    readDb.rows('workspace').get('workspace'),
    readVariables(),
  ]);
  const today = dayOf(nowMs, clock.zone);
  const from = day === today ? addDays(day, -MISSED_DAYS) : day;
  const items = await readDb.rows('contentItems').between('date', from, day);
  const [own, planned] = await Promise.all([
    readDb.rows('contentSends').byAny(
      'itemId',
      items.map(({ id }) => id),
    ),
    readDb.rows('contentSends').by('day', day),
  ]);
  const sends = [...new Map([...own, ...planned].map((send) => [send.id, send])).values()];
  return {
    work: dayWork({ day, items, groups, sends, nowMs, clock }),
    nowMs,
    today,
    clock,
    groups,
    variables,
    workspaceName: workspace?.name ?? '',
  };
}
