import { weekdayOf } from '../clock';
import { HABITS, PERSONAS, type Persona } from '../personas';
import type { Random } from '../random';
import { Weighted } from '../weighted';
import { type SampleOptions, windowOf } from './options';
import type { Person } from './people';
import { dayFactor } from './seasons';

/** Room for the person's index beside the second of the day in one sortable number. */
const PEOPLE_LIMIT = 2 ** 26;
const LARGEST_WEEKDAY = 1.35;

const hoursOf = Object.fromEntries(
  PERSONAS.map((persona) => [persona, new Weighted(HABITS[persona].hours)]),
) as Record<Persona, Weighted>;

export type Visit = { personIndex: number; second: number };

/** Who comes on which day, for exactly as many visits as were asked for. */
export class Demand {
  private readonly people: readonly Person[];
  private readonly weighted: Weighted;
  private readonly lastVisitDay: Int32Array;
  private readonly counts: Int32Array;
  readonly firstDay: number;
  readonly lastDay: number;

  constructor(people: readonly Person[], options: SampleOptions, visits: number) {
    if (people.length > PEOPLE_LIMIT) throw new Error('too many people');
    const { firstDay, lastDay } = windowOf(options);
    this.people = people;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    // Whoever left before the history begins, or joined on its last day, never comes.
    const weights = people.map((person) => (this.isAround(person) ? person.ordersPerWeek : 0));
    this.weighted = new Weighted(weights);
    this.lastVisitDay = new Int32Array(people.length).fill(-1);
    this.counts = this.spread(weights, options.seed, visits);
  }

  private isAround(person: Person): boolean {
    return person.joinedDay < this.lastDay && person.goneDay >= this.firstDay;
  }

  /** Visits per day: as many active buyers as there are that day, times how busy the day is. */
  private spread(weights: readonly number[], seed: number, visits: number): Int32Array {
    const days = this.lastDay - this.firstDay + 1;
    const change = new Float64Array(days + 1);
    this.people.forEach((person, i) => {
      const from = Math.max(0, person.joinedDay + 1 - this.firstDay);
      const to = Math.min(days, Math.floor(person.goneDay) + 1 - this.firstDay);
      if (from >= to) return;
      change[from] = (change[from] ?? 0) + (weights[i] ?? 0);
      change[to] = (change[to] ?? 0) - (weights[i] ?? 0);
    });
    const busy = new Float64Array(days);
    let active = 0;
    let total = 0;
    for (let day = 0; day < days; day++) {
      active += change[day] ?? 0;
      busy[day] = Math.max(0, active) * dayFactor(this.firstDay + day, seed);
      total += busy[day] ?? 0;
    }
    const counts = new Int32Array(days);
    let upTo = 0;
    let given = 0;
    for (let day = 0; day < days; day++) {
      upTo += busy[day] ?? 0;
      const due = day === days - 1 ? visits : Math.round((upTo / total) * visits);
      counts[day] = due - given;
      given = due;
    }
    return counts;
  }

  private isComing(index: number, day: number, random: Random): boolean {
    const person = this.people[index];
    if (!person || day <= person.joinedDay || day > person.goneDay) return false;
    // Two orders on one day happen, but seldom.
    if (this.lastVisitDay[index] === day && random.isHit(0.9)) return false;
    return random.isHit((HABITS[person.persona].weekday[weekdayOf(day)] ?? 1) / LARGEST_WEEKDAY);
  }

  /** The visits of one day, in the order of their times. Days must be asked for one after another. */
  visitsOf(day: number, random: Random): Visit[] {
    const count = this.counts[day - this.firstDay] ?? 0;
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      let index = this.weighted.draw(random);
      for (let tries = 0; tries < 400 && !this.isComing(index, day, random); tries++) {
        index = this.weighted.draw(random);
      }
      this.lastVisitDay[index] = day;
      const hours = hoursOf[this.people[index]?.persona ?? 'middle'];
      const second = hours.draw(random) * 3600 + random.below(3600);
      keys[i] = second * PEOPLE_LIMIT + index;
    }
    keys.sort();
    return Array.from(keys, (key) => ({
      personIndex: key % PEOPLE_LIMIT,
      second: Math.floor(key / PEOPLE_LIMIT),
    }));
  }
}
