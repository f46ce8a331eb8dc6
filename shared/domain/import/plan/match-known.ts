import type { ExistingMembers } from './existing';
import type { MemberMatch } from './match-member';
import type { Person } from './roster';
import type { RowReader } from './row-reader';

/**
 * Who of the stored members a row names by the console's own number, as its exports carry it;
 * undefined where there is none or nobody has it (any more). Numbers are looked up only once a row
 * has one: few files do.
 */
export function knownByNumber(
  existing: ExistingMembers,
): (reader: RowReader) => Person | undefined {
  let handles: Map<string, Person> | undefined;
  return (reader) => {
    if (!reader.has('memberId')) return undefined;
    const number = reader.value('memberId');
    if (number === '') return undefined;
    if (!handles) {
      handles = new Map();
      for (let handle = 0; handle < existing.size; handle++) {
        handles.set(existing.id(handle), handle);
      }
    }
    return handles.get(number);
  };
}

/** What planning a row can say about a person. */
type Asking = {
  saysNothingNew: (person: Person) => boolean;
  /** Row and person have a key in common. */
  sharesKey: (person: Person) => boolean;
  matchOtherwise: () => MemberMatch;
};

/**
 * The match of a row whose person is known by number: certain, unless what the row tells belongs to
 * somebody else. Namesakes and people with one phone are told apart by it.
 */
export function matchKnown(known: Person, asking: Asking): MemberMatch {
  const certain: MemberMatch = { kind: 'same', person: known };
  if (asking.saysNothingNew(known)) return certain;
  const other = asking.matchOtherwise();
  const isElsewhere =
    (other.kind === 'same' && other.person !== known) ||
    (other.kind === 'confirm' && !asking.sharesKey(known));
  if (isElsewhere) return { kind: 'confirm', person: known, reason: 'keys-disagree' };
  return other.kind === 'confirm' && other.reason === 'keys-disagree' ? other : certain;
}
