import type { Member } from '@shared/domain/members/member.schema';
import { foldText } from '../cells/text-cell';
import { type ExistingMembers, MEMBER_KEYS, type MemberKey } from './existing';
import type { MemberRef, MemberValues, NewMember } from './plan';

/** A member as planning sees them in the middle of the file. */
export type RosterMember = MemberValues & { name: string; source?: Member['source'] };

type Change = { patch: MemberValues; tags: Set<string> };

function push<Key>(map: Map<Key, MemberRef[]>, key: Key, ref: MemberRef): void {
  const list = map.get(key);
  if (!list) map.set(key, [ref]);
  else if (!list.includes(ref)) list.push(ref);
}

const NOBODY: readonly MemberRef[] = [];

/**
 * The roster with everything that earlier rows of the same file have added to it, so that a row
 * means the same as if the rows before it had been imported already.
 */
export function createRoster(existing: ExistingMembers) {
  const newMembers: NewMember[] = [];
  const newTags: Set<string>[] = [];
  const changed = new Map<string, Change>();
  const told = new Map<MemberRef, number>();
  const names = new Map<string, MemberRef[]>();
  const keys = new Map<MemberKey, Map<string, MemberRef[]>>(
    MEMBER_KEYS.map((key) => [key, new Map<string, MemberRef[]>()]),
  );

  function index(ref: MemberRef, values: MemberValues): void {
    for (const key of MEMBER_KEYS) {
      const value = values[key];
      const map = keys.get(key);
      if (value !== undefined && map) push(map, value, ref);
    }
    if (values.name) push(names, foldText(values.name), ref);
    if (values.groupNickname) push(names, foldText(values.groupNickname), ref);
  }

  function get(ref: MemberRef): RosterMember | undefined {
    if (typeof ref === 'number') return newMembers[ref]?.values;
    const member = existing.get(ref);
    const change = changed.get(ref);
    return member && change ? { ...member, ...change.patch } : member;
  }

  function byKey(key: MemberKey, value: string): readonly MemberRef[] {
    const stored = existing.byKey(key, value);
    const added = keys.get(key)?.get(value) ?? NOBODY;
    if (added.length === 0 && changed.size === 0) return stored;
    const all = stored.length === 0 ? added : [...new Set([...stored, ...added])];
    // A row above may have given the member another number.
    return changed.size === 0 ? all : all.filter((ref) => get(ref)?.[key] === value);
  }

  function byName(folded: string): readonly MemberRef[] {
    const stored = existing.byName(folded);
    const added = names.get(folded) ?? NOBODY;
    return added.length === 0 ? stored : [...new Set([...stored, ...added])];
  }

  return {
    get,
    byKey,
    byName,
    newMembers,

    tagsOf(ref: MemberRef): ReadonlySet<string> {
      if (typeof ref === 'number') return newTags[ref] ?? new Set();
      const added = changed.get(ref)?.tags;
      const stored = existing.tagNames(ref);
      return added && added.size > 0 ? new Set([...stored, ...added]) : stored;
    },

    /** Which fields the rows so far have told about the member, one bit each. */
    toldOf: (ref: MemberRef) => told.get(ref) ?? 0,

    noteTold(ref: MemberRef, bits: number): void {
      told.set(ref, (told.get(ref) ?? 0) | bits);
    },

    add(values: NewMember['values'], tags: readonly string[]): number {
      const ref = newMembers.length;
      newMembers.push({ values: { ...values }, tags: [...tags] });
      newTags.push(new Set(tags));
      index(ref, values);
      return ref;
    },

    change(ref: MemberRef, patch: MemberValues, tags: readonly string[]): void {
      if (typeof ref === 'number') {
        const member = newMembers[ref];
        if (!member) return;
        Object.assign(member.values, patch);
        member.tags.push(...tags);
        for (const tag of tags) newTags[ref]?.add(tag);
      } else {
        const change = changed.get(ref) ?? { patch: {}, tags: new Set<string>() };
        Object.assign(change.patch, patch);
        for (const tag of tags) change.tags.add(tag);
        changed.set(ref, change);
      }
      index(ref, patch);
    },
  };
}

export type Roster = ReturnType<typeof createRoster>;
