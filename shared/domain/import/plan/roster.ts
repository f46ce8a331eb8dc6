import type { Member } from '@shared/domain/members/member.schema';
import { foldText } from '../cells/text-cell';
import { type ExistingMembers, MEMBER_KEYS, type MemberKey } from './existing';
import { createHandleMap, type HandleMap } from './handle-map';
import { createNameIndex } from './name-index';
import { NewMembers } from './new-members';
import type { MemberRef, MemberValues, NewMember } from './plan';

/** A person while a file is planned: a stored member's handle, or `~place` of a new one. */
export type Person = number;

type Change = { patch: MemberValues; tags: Set<string> };

const KEYS: readonly MemberKey[] = MEMBER_KEYS;
const NOBODY: readonly Person[] = [];
const NO_TAGS: ReadonlySet<string> = new Set();

/** How the window and the door name a person. */
export function memberRef(existing: ExistingMembers, person: Person): MemberRef {
  return person < 0 ? ~person : existing.id(person);
}

const joined = (stored: readonly Person[], added: readonly Person[]): readonly Person[] => {
  if (added.length === 0) return stored;
  return stored.length === 0 ? added : [...new Set([...stored, ...added])];
};

/**
 * The roster with everything that earlier rows of the same file have added to it, so that a row
 * means the same as if the rows before it had been imported already.
 */
export function createRoster(existing: ExistingMembers) {
  const newMembers = new NewMembers();
  const changed = new Map<Person, Change>();
  const toldOfStored = new Int32Array(existing.size);
  const toldOfNew: number[] = [];
  const turns = new Map<string, number>();
  const names = createNameIndex();
  const keys: Record<MemberKey, HandleMap> = {
    wecomId: createHandleMap(),
    unionId: createHandleMap(),
    backOfficeId: createHandleMap(),
    wechatId: createHandleMap(),
    phone: createHandleMap(),
  };

  function index(person: Person, values: MemberValues): void {
    for (const key of KEYS) {
      const value = values[key];
      if (value !== undefined) keys[key].add(value, person);
    }
    names.add(values, person);
  }

  function value(person: Person, field: keyof Member): string | number | undefined {
    if (person < 0) {
      if (field === 'id' || field === 'source' || field === 'batchId') return undefined;
      return newMembers.value(~person, field);
    }
    const change = changed.size === 0 ? undefined : changed.get(person);
    const patched = change && (change.patch as Partial<Member>)[field];
    return patched ?? existing.value(person, field);
  }

  function text(person: Person, field: keyof Member): string | undefined {
    const found = value(person, field);
    return typeof found === 'string' ? found : undefined;
  }

  return {
    existing,
    newMembers,
    value,
    text,

    byKey(key: MemberKey, wanted: string): readonly Person[] {
      const stored = existing.size === 0 ? NOBODY : existing.byKey(key, wanted);
      const all = joined(stored, keys[key].get(wanted));
      // A row above may have given the member another number.
      return changed.size === 0 ? all : all.filter((person) => value(person, key) === wanted);
    },

    /** By name or nickname. `weakly`: only people of whom no key is known. */
    byName(name: string, weakly: boolean): readonly Person[] {
      const folded = foldText(name);
      const stored = existing.size === 0 ? NOBODY : existing.byName(folded, weakly);
      return joined(stored, names.get(folded, weakly));
    },

    tagsOf(person: Person): ReadonlySet<string> {
      if (person < 0) {
        const own = newMembers.tagsAt(~person);
        return own.length === 0 ? NO_TAGS : new Set(own);
      }
      const added = changed.get(person)?.tags;
      const stored = existing.tagNames(person);
      return added && added.size > 0 ? new Set([...stored, ...added]) : stored;
    },

    /** Which fields the rows so far have told about the member, one bit each. */
    toldOf: (person: Person) => (person < 0 ? toldOfNew[~person] : toldOfStored[person]) ?? 0,

    /** The place after that at which a row of this name was found among its namesakes last. */
    turnOf: (name: string) => turns.get(name) ?? 0,

    noteTurn(name: string, place: number): void {
      turns.set(name, place);
    },

    noteTold(person: Person, bits: number): void {
      if (person >= 0) toldOfStored[person] = (toldOfStored[person] ?? 0) | bits;
      else {
        while (toldOfNew.length < ~person) toldOfNew.push(0);
        toldOfNew[~person] = (toldOfNew[~person] ?? 0) | bits;
      }
    },

    add(values: NewMember['values'], tags: readonly string[]): Person {
      const person = ~newMembers.add(values, tags);
      index(person, values);
      return person;
    },

    change(person: Person, patch: MemberValues, tags: readonly string[]): void {
      if (person < 0) {
        newMembers.patch(~person, patch);
        newMembers.addTags(~person, tags);
      } else {
        const change = changed.get(person) ?? { patch: {}, tags: new Set<string>() };
        Object.assign(change.patch, patch);
        for (const tag of tags) change.tags.add(tag);
        changed.set(person, change);
      }
      // Its keys go with the name: whether one is known decides who may take it for their own.
      const whole: MemberValues = { ...patch };
      for (const key of KEYS) {
        const known = text(person, key);
        if (known !== undefined) whole[key] = known;
      }
      index(person, whole);
    },
  };
}

export type Roster = ReturnType<typeof createRoster>;
