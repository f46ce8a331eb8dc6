import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import { instant, monthOf } from '../clock';
import { CATALOGUE } from '../goods/catalogue';
import { shelves } from '../goods/shelf';
import { RisingIds } from '../ids';
import { Random } from '../random';
import { WeightedList } from '../weighted';
import { Demand } from './demand';
import { DISHES, KINDS, TEXTS } from './interaction-texts';
import { type SampleOptions, withDefaults } from './options';
import { everybody, type Person } from './people';

const kinds = new WeightedList(KINDS);

function textOf(random: Random, template: string, product: string): string {
  return template
    .replace('{p}', product)
    .replace('{d}', random.pick(DISHES))
    .replace('{n}', String(random.between(2, 9)));
}

/** What is said and done in the group by those who also buy, one array per day. */
export function* interactionsByDay(
  options: SampleOptions,
  people: readonly Person[],
  count: number,
): Generator<{ interaction: Interaction; person: Person }[]> {
  const demand = new Demand(people, options, count);
  const visits = new Random(options.seed, 4);
  const random = new Random(options.seed, 5);
  const byMonth = shelves(options.seed);
  const ids = new RisingIds();
  for (let day = demand.firstDay; day <= demand.lastDay; day++) {
    const shelf = byMonth[monthOf(day)];
    if (!shelf) throw new Error('a month without a shelf');
    yield demand.visitsOf(day, visits).map(({ personIndex, second }) => {
      const person = people[personIndex];
      if (!person) throw new Error('a visit of nobody');
      const kind = kinds.draw(random);
      const product = CATALOGUE[shelf.picks[person.persona].draw(random)]?.name ?? '';
      const at = instant(day, second);
      const interaction: Interaction = {
        id: ids.next(at, random.uint32(), random.uint32()),
        memberId: person.member.id,
        kind,
        at,
        text: textOf(random, random.pick(TEXTS[kind]), product),
      };
      return { interaction, person };
    });
  }
}

/** Rows for the store in the order of their times and ids, a few thousand at a time. */
export function* generateInteractions(
  count: number,
  options: Partial<SampleOptions> & { chunkSize?: number } = {},
): Generator<Interaction[]> {
  const { chunkSize = 4096, ...rest } = options;
  const settings = withDefaults(rest);
  let chunk: Interaction[] = [];
  for (const day of interactionsByDay(settings, everybody(settings), count)) {
    for (const { interaction } of day) {
      chunk.push(interaction);
      if (chunk.length < chunkSize) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
