import { EVERY_GROUP, type Stay } from '@shared/domain/content-results/last-touch.rules';
import type { FactColumns } from '../index/fact-columns';

const NOWHERE: readonly Stay[] = [];

/** Who was in which group when, from the packed memberships. Groups are numbered from 1. */
export class GroupStays {
  private readonly groupIds: readonly string[];
  private readonly codes: Map<string, number>;
  private readonly inside = new Map<string, number>();
  /** Whether anybody was ever in two groups: then people of several groups cannot just be added. */
  private readonly hasOverlap: boolean;
  private readonly ends = new Map<number, { joined: Float64Array; left: Float64Array }>();
  /** Members of the orders by number → of the memberships, −2 where not looked up. */
  private numbers = new Int32Array(0);

  constructor(
    private readonly facts: FactColumns,
    private readonly orders: FactColumns,
  ) {
    this.groupIds = facts.codes.groupId?.values ?? [];
    this.codes = new Map(this.groupIds.map((id, at) => [id, at + 1]));
    this.hasOverlap = hasOverlap(facts);
  }

  get isEmpty(): boolean {
    return this.facts.n === 0;
  }

  /** −1 for a group that nobody was ever in. */
  codeOf(groupId: string): number {
    return this.codes.get(groupId) ?? -1;
  }

  idOf(code: number): string {
    return this.groupIds[code - 1] ?? '';
  }

  get groupCodes(): readonly number[] {
    return [...this.codes.values()];
  }

  /** Stays of the member who has this number among the orders. */
  ofBuyer(buyer: number): readonly Stay[] {
    const { members } = this.orders;
    if (buyer >= this.numbers.length) {
      const grown = new Int32Array(Math.max(members.size, buyer + 1)).fill(-2);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    let number = this.numbers[buyer] ?? -2;
    if (number === -2) {
      number = this.facts.members.numberOf(members.idOf(buyer));
      this.numbers[buyer] = number;
    }
    return number < 0 ? NOWHERE : this.staysOf(number);
  }

  /** People inside one of these groups (`EVERY_GROUP`: any) at an instant, each once. */
  peopleInside(groups: readonly number[], at: number): number {
    const key = `${groups.join(' ')} ${at}`;
    const known = this.inside.get(key);
    if (known !== undefined) return known;
    const codes = groups.includes(EVERY_GROUP) ? this.groupCodes : groups;
    const people =
      this.hasOverlap && codes.length > 1
        ? this.countOnce(new Set(codes), at)
        : codes.reduce((sum, code) => sum + this.insideOne(code, at), 0);
    this.inside.set(key, people);
    return people;
  }

  private staysOf(member: number): Stay[] {
    const { memberStarts, byMember, at, numbers, codes } = this.facts;
    const stays: Stay[] = [];
    const end = memberStarts[member + 1] ?? 0;
    for (let k = memberStarts[member] ?? 0; k < end; k += 1) {
      const row = byMember[k] ?? 0;
      const left = numbers.leftAt?.[row] ?? Number.NaN;
      stays.push({
        group: codes.groupId?.of[row] ?? -1,
        from: at[row] ?? 0,
        to: Number.isNaN(left) ? Number.POSITIVE_INFINITY : left,
      });
    }
    return stays;
  }

  private insideOne(code: number, at: number): number {
    const { joined, left } = this.endsOf(code);
    return notAfter(joined, at) - notAfter(left, at);
  }

  private endsOf(code: number) {
    const known = this.ends.get(code);
    if (known) return known;
    const { n, at, numbers, codes } = this.facts;
    const [joined, left]: [number[], number[]] = [[], []];
    for (let row = 0; row < n; row += 1) {
      if (codes.groupId?.of[row] !== code) continue;
      joined.push(at[row] ?? 0);
      const gone = numbers.leftAt?.[row] ?? Number.NaN;
      if (!Number.isNaN(gone)) left.push(gone);
    }
    const ends = {
      joined: Float64Array.from(joined).sort(),
      left: Float64Array.from(left).sort(),
    };
    this.ends.set(code, ends);
    return ends;
  }

  private countOnce(codes: ReadonlySet<number>, moment: number): number {
    const { memberStarts, byMember, at, numbers } = this.facts;
    const of = this.facts.codes.groupId?.of;
    let people = 0;
    for (let member = 0; member + 1 < memberStarts.length; member += 1) {
      const end = memberStarts[member + 1] ?? 0;
      for (let k = memberStarts[member] ?? 0; k < end; k += 1) {
        const row = byMember[k] ?? 0;
        const left = numbers.leftAt?.[row] ?? Number.NaN;
        if ((at[row] ?? 0) > moment || left <= moment || !codes.has(of?.[row] ?? -1)) continue;
        people += 1;
        break;
      }
    }
    return people;
  }
}

function hasOverlap({ memberStarts }: FactColumns): boolean {
  for (let member = 0; member + 1 < memberStarts.length; member += 1) {
    if ((memberStarts[member + 1] ?? 0) - (memberStarts[member] ?? 0) > 1) return true;
  }
  return false;
}

/** How many of the ascending values are not greater. */
function notAfter(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((values[mid] ?? 0) <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
