import type { RowChange } from '../op';
import type { Disk } from './memory-disk';
import type { Random } from './random';
import { entityOf, idOf, type Key } from './records';

export type Command = { command: string; changes: RowChange[] };

/** Two records that every command writes together: who sees them differ saw half of an operation. */
export const PAIR: readonly [Key, Key] = ['settings:pair.a', 'settings:pair.b'];
/** A command that the hub refuses for what it is. */
export const POISON = 'poison';
const GROUPS = ['north', 'south', 'east'];
const VALUES = 5;

const WEIGHTS = {
  createPerson: 4,
  edit: 10,
  remove: 3,
  bringBack: 3,
  setting: 4,
  place: 4,
  pair: 5,
  mergePeople: 3,
  note: 3,
  several: 3,
  poison: 0.5,
};

/** What a user of this laptop does next, given what they see. */
export function nextCommand(disk: Disk, random: Random): Command {
  const command = random.weighted(WEIGHTS);
  return { command, changes: changesOf(command, disk, random) };
}

function changesOf(command: keyof typeof WEIGHTS, disk: Disk, random: Random): RowChange[] {
  switch (command) {
    case 'createPerson':
      return [{ entity: 'members', id: random.uuid(), isNew: true, set: fields(random) }];
    case 'edit':
      return some(disk, random, undefined).map((key) => edit(key, random));
    case 'remove':
      return some(disk, random, undefined).map((key) => ({ ...named(key), gone: true }));
    case 'bringBack':
      return bringBack(disk, random);
    case 'setting':
      return [save(disk, 'settings', `s${random.int(3)}`, random)];
    case 'place':
      return placePerson(disk, random);
    case 'pair': {
      const set = { value: random.int(1000) };
      return PAIR.map((key) => write(disk, key, set));
    }
    case 'mergePeople':
      return mergePeople(disk, random);
    case 'note': {
      const [person] = some(disk, random, 'members');
      const set = { memberId: person ? idOf(person) : 'nobody', text: random.int(VALUES) };
      return [{ entity: 'notes', id: random.uuid(), isNew: true, set }];
    }
    case 'several': {
      const keys = present(disk, undefined).filter(() => random.chance(0.4));
      return keys.slice(0, 5).map((key) => edit(key, random));
    }
    case 'poison':
      return [save(disk, 'settings', 's0', random)];
  }
}

const named = (key: Key) => ({ entity: entityOf(key), id: idOf(key) });

function present(disk: Disk, entity: string | undefined): Key[] {
  return [...disk.held.keys()]
    .filter((key) => disk.held.get(key)?.row && !PAIR.includes(key))
    .filter((key) => entity === undefined || entityOf(key) === entity)
    .sort();
}

function some(disk: Disk, random: Random, entity: string | undefined): Key[] {
  const key = random.pick(present(disk, entity));
  return key === undefined ? [] : [key];
}

function fields(random: Random): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const field of ['a', 'b', 'c']) {
    if (random.chance(0.6)) all[field] = random.int(VALUES);
  }
  return all;
}

function edit(key: Key, random: Random): RowChange {
  const field = random.pick(['a', 'b', 'c']) ?? 'a';
  if (random.chance(0.2)) return { ...named(key), unset: [field] };
  return { ...named(key), set: { [field]: random.int(VALUES) } };
}

function write(disk: Disk, key: Key, set: Record<string, unknown>): RowChange {
  const isNew = disk.held.get(key)?.row === undefined;
  return isNew ? { ...named(key), isNew: true, set } : { ...named(key), set };
}

const save = (disk: Disk, entity: string, id: string, random: Random): RowChange =>
  write(disk, `${entity}:${id}`, fields(random));

function bringBack(disk: Disk, random: Random): RowChange[] {
  const gone = [...disk.held.keys()].filter((key) => disk.held.get(key)?.clocks?.isGone).sort();
  const key = random.pick(gone);
  return key === undefined ? [] : [write(disk, key, fields(random))];
}

function placePerson(disk: Disk, random: Random): RowChange[] {
  const [person] = some(disk, random, 'members');
  if (!person) return [];
  const groups = GROUPS.filter(() => random.chance(0.5));
  return groups.map((group) => {
    const key = `memberships:${idOf(person)}.${group}`;
    const isThere = disk.held.get(key)?.row !== undefined;
    if (isThere && random.chance(0.4)) return { ...named(key), gone: true };
    return write(disk, key, { memberId: idOf(person), groupId: group, role: random.int(3) });
  });
}

/** The notes of the one who goes are given to the one who stays, all in one operation. */
function mergePeople(disk: Disk, random: Random): RowChange[] {
  const people = present(disk, 'members');
  const stays = random.pick(people);
  const goes = random.pick(people.filter((key) => key !== stays));
  if (!stays || !goes) return [];
  const notes = present(disk, 'notes').filter(
    (key) => disk.held.get(key)?.row?.memberId === idOf(goes),
  );
  return [
    { ...named(stays), set: fields(random) },
    { ...named(goes), gone: true },
    ...notes.map((key) => ({ ...named(key), set: { memberId: idOf(stays) } })),
  ];
}
