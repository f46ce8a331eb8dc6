import { sampleClock } from './sample-clock';
import type { SampleGroups } from './sample-groups.schema';
import { groupRows, historyRows } from './sample-history.rules';
import { bookRows, peopleRows, pieceRows } from './sample-records.rules';
import { joinRows, type NewRows } from './sample-rows';
import { type SamplePerson, sampleRooms } from './sample-stays.rules';

type SampleWorld = {
  people: readonly SamplePerson[];
  /** UTC ms, and the workspace's zone: everything is dated back from that day. */
  nowMs: number;
  zone: string;
  newId: () => string;
};

/**
 * Groups with some weeks of life for the people of the sample: who is inside, days, weekly lists, acts,
 * pieces sent, questions, inputs, readings, a ledger and core members. The same people on the same day
 * give the same rows but for their ids.
 */
export function planSampleGroups(spec: SampleGroups, world: SampleWorld): NewRows {
  const making = { clock: sampleClock(world.nowMs, world.zone), newId: world.newId };
  const rooms = sampleRooms(spec.groups, world.people);
  const byKey = new Map(rooms.map((room) => [room.group.key, room]));
  const inside = rooms.reduce((sum, { stays }) => sum + stays.length, 0);
  return joinRows([
    ...rooms.map((room) => groupRows(room, spec.kocs, making)),
    ...rooms.map((room, seed) => historyRows(room, spec, making, seed)),
    ...rooms.map((room) => bookRows(room, making)),
    peopleRows(spec, byKey, making),
    pieceRows(spec, inside, making),
  ]);
}
