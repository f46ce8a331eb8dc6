import { compareInCell } from '@shared/domain/calendar/cell.rules';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings, type SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import type { Slot } from '@shared/domain/calendar/slots';
import type { Experiment, ExperimentArm } from '@shared/domain/experiments/experiment.schema';
import {
  drawLot,
  drawPeople,
  type LotGroup,
} from '@shared/domain/experiments/experiment-lot.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { packIds } from '@shared/lib/pack-ids';
import { msOfWallTime } from '@shared/lib/time';
import type { Tx } from '@/db/command';

const HOUR_MS = 3_600_000;

/** A name as it stands in a label of undo. */
export const shortName = (name: string): string => {
  const characters = [...name];
  return characters.length > 16 ? `${characters.slice(0, 16).join('')}…` : name;
};

export async function loadExperiment(tx: Tx, id: string): Promise<Experiment> {
  const experiment = await tx.get('experiments', id);
  if (!experiment) throw new ExpectedError('experiment-not-found');
  return experiment;
}

/** What each arm shows of its own; '' where there is nothing to show. */
export function armTexts({ arms, factor }: Pick<Experiment, 'arms' | 'factor'>): string[] {
  return arms.map(({ key, label, text, assetId }) => {
    if (factor === 'cover') return assetId ?? '';
    if (factor === 'text' || factor === 'callToAction') return text?.trim() ?? '';
    // A label that repeats the key was never written.
    return label === key ? '' : label.trim();
  });
}

const TITLE_LENGTH = 200;

/** The calendar item that shows an arm: what the arm has of its own over what all have in common. */
function armItem(experiment: Experiment, arm: ExperimentArm) {
  const { factor, commonTitle, commonText, name } = experiment;
  const title = factor === 'title' ? arm.label : commonTitle?.trim() || `${name} ${arm.key}`;
  const parts =
    factor === 'text'
      ? [arm.text]
      : factor === 'callToAction'
        ? [commonText, arm.text]
        : [commonText ?? arm.text];
  const text = parts.filter((part) => part !== undefined && part.trim() !== '').join('\n');
  return {
    title: [...title].slice(0, TITLE_LENGTH).join(''),
    ...(text !== '' && { text }),
    ...(arm.assetId !== undefined && { assetIds: [arm.assetId] }),
    ...(experiment.columnId !== undefined && { columnId: experiment.columnId }),
  };
}

type Start = {
  groups: readonly LotGroup[];
  memberIds?: readonly string[] | undefined;
  armKeys: readonly string[];
  round: number;
  day: string | undefined;
  slot: Slot | undefined;
};

function clockMs(day: string, time: string, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return msOfWallTime({ year, month, day: date, hour, minute, second: 0 }, zone);
}

async function slotTimes(tx: Tx, day: string, slot: Slot) {
  const zone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
  const settings: SlotSettings = readSlotSettings(
    (await tx.get('modelSettings', SLOT_SETTINGS_ID))?.settings,
  );
  const { from, to } = settings.slots[slot];
  return { fromMs: clockMs(day, from, zone), toMs: clockMs(day, to, zone) };
}

async function checkGroups(tx: Tx, start: Start, unit: Experiment['unit']): Promise<void> {
  const { groups, armKeys } = start;
  if (groups.length === 0) throw new ExpectedError('experiment-no-groups');
  const stored = await tx.getMany(
    'groups',
    groups.map(({ id }) => id),
  );
  const gone = stored.filter((group) => !group || group.phase === 'dissolved').length;
  if (gone > 0) throw new ExpectedError('experiment-group-gone', { n: gone });
  if (unit === 'person') {
    const people = new Set(start.memberIds ?? []).size;
    if (people < armKeys.length) throw new ExpectedError('experiment-few-people', { n: people });
  } else if (groups.length < armKeys.length) {
    const data = { groups: groups.length, arms: armKeys.length };
    throw new ExpectedError(
      groups.length === 1 ? 'experiment-one-group' : 'experiment-few-groups',
      data,
    );
  }
}

/**
 * A round from its lot to its items. The end is counted from the slot in which the arms go out, and
 * is never moved afterwards.
 */
export async function wholeStart(tx: Tx, experiment: Experiment, start: Start) {
  const { day, slot, round, armKeys } = start;
  if (day === undefined || slot === undefined) throw new ExpectedError('experiment-no-day');
  await checkGroups(tx, start, experiment.unit);
  const { fromMs, toMs } = await slotTimes(tx, day, slot);
  if (tx.now >= toMs) throw new ExpectedError('experiment-slot-over');
  const cell = (await tx.findBy('contentItems', 'date', day))
    .filter((item) => item.slot === slot)
    .sort(compareInCell);
  let position = cell.at(-1)?.position ?? 0;
  const items = new Map<string, string>();
  const groupsOfArm = await writeUnits(tx, experiment, start, items);
  for (const arm of experiment.arms.filter(({ key }) => armKeys.includes(key))) {
    const id = items.get(arm.key);
    if (id === undefined) continue;
    position += 1;
    await tx.create('contentItems', {
      ...armItem(experiment, arm),
      id,
      date: day,
      slot,
      position,
      groupIds: groupsOfArm.get(arm.key) ?? [],
      experimentId: experiment.id,
      armKey: arm.key,
    });
  }
  const endsAt = Math.max(tx.now, fromMs) + experiment.hours * HOUR_MS;
  await tx.update('experiments', experiment.id, {
    state: 'running',
    startedAt: experiment.startedAt ?? tx.now,
    endsAt,
    round,
    armsLeft: [...armKeys],
    dayPlanned: day,
    slotPlanned: slot,
    groupIds: start.groups.map(({ id }) => id),
  });
  return { endsAt };
}

/** Draws and keeps who gets what; answers with the groups of each arm. */
async function writeUnits(
  tx: Tx,
  experiment: Experiment,
  { groups, memberIds = [], armKeys, round }: Start,
  items: Map<string, string>,
): Promise<Map<string, string[]>> {
  for (const key of armKeys) items.set(key, tx.newId());
  const base = { experimentId: experiment.id, round };
  const unitId = (word: string) => `${experiment.id}.${round}.${word}`;
  if (experiment.unit === 'person') {
    const everybody = groups.map(({ id }) => id);
    for (const [armKey, ids] of drawPeople(memberIds, armKeys, experiment.seed, round)) {
      const snapshotId = tx.newId();
      await tx.create('segmentSnapshots', {
        id: snapshotId,
        name: [...`${experiment.name} ${armKey}`].slice(0, 100).join(''),
        at: tx.now,
        count: ids.length,
        members: packIds(ids),
      });
      await tx.create('experimentUnits', {
        ...base,
        id: unitId(armKey),
        armKey,
        size: ids.length,
        snapshotId,
        itemId: items.get(armKey),
      });
    }
    return new Map(armKeys.map((key) => [key, everybody]));
  }
  const lot = drawLot(groups, armKeys, experiment.seed, round);
  const ofArm = new Map<string, string[]>(armKeys.map((key) => [key, []]));
  for (const { groupId, armKey, stratum, size, activity } of lot) {
    ofArm.get(armKey)?.push(groupId);
    await tx.create('experimentUnits', {
      ...base,
      id: unitId(groupId),
      groupId,
      armKey,
      stratum,
      size,
      ...(activity !== undefined && { activity }),
      itemId: items.get(armKey),
    });
  }
  return ofArm;
}
