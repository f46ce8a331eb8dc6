import { cameBack, findCohorts, isWindowOver } from '@shared/domain/insights/cohorts/cohorts.rules';
import { monthName } from '@shared/domain/insights/cohorts/months';
import {
  personaCategories,
  personaCells,
  personaCube,
} from '@shared/domain/insights/persona/persona-cube.rules';
import type { PersonaSettings } from '@shared/domain/insights/persona/persona-settings.schema';
import type { QuadrantSettings } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { rfmMovers } from '@shared/domain/insights/rfm/rfm-figures.rules';
import type { CodeColumn, PeopleScores } from '@shared/domain/people/people-columns';
import { categoryOf } from '@shared/domain/products/category.rules';
import type { EntityName } from '@shared/domain/registry';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { assertNever } from '@shared/lib/errors';
import { dayOfNumber } from '@shared/lib/time';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import type { PeopleService } from '../people/people-service';
import type { ScoreKind } from '../people/score-source';
import {
  cellOf,
  cohortAnswer,
  countHere,
  fitAnswer,
  notesOf,
  quadrantAnswer,
  quadrantPlaces,
  rfmAnswer,
  rfmStates,
} from './answers';
import type {
  CohortAnswer,
  InsightAsk,
  LtvFit,
  PersonaAnswer,
  PersonaTrial,
  QuadrantAnswer,
  QuadrantTrial,
  RfmAnswer,
} from './insights-types';
import { KeptAnswers } from './kept-answers';
import { type ModelSettings, readSettings, type World, worldNow } from './model-world';
import { personaTrial, quadrantTrial } from './trials';
import { ValueDesk } from './value-desk';

/** The models over everybody: scores, cohorts, value; each method is a remote call. */
export class InsightsService implements ProxyMarked {
  readonly [proxyMarker] = true;
  /** In the worker only: levels of growth value belong to another desk. */
  levels: (() => Promise<CodeColumn>) | undefined;
  private readonly kept = new KeptAnswers();
  private readonly values = new ValueDesk();
  private settings: Promise<ModelSettings> | undefined;

  constructor(
    private readonly people: PeopleService,
    private readonly database: () => Promise<ConsoleDb>,
  ) {
    people.scoreSource = { load: (kinds) => this.scores(kinds) };
  }

  /** The write door tells what was committed, before anybody is answered about it. */
  onCommit(_op: Op, entities: readonly EntityName[]): void {
    if (entities.includes('modelSettings')) this.settings = undefined;
  }

  async rfm(): Promise<RfmAnswer> {
    const world = await this.world();
    return this.keep(world, 'rfm answer', () => rfmAnswer(world, () => this.rfmOf(world)));
  }

  async cohorts(): Promise<CohortAnswer> {
    const world = await this.world();
    return this.keep(world, 'cohort answer', () =>
      cohortAnswer(world, () => this.cohortsOf(world)),
    );
  }

  async quadrants(): Promise<QuadrantAnswer> {
    const valued = await this.valued();
    const { world, stamp } = valued;
    return this.kept.get('quadrant answer', stamp, () =>
      quadrantAnswer(world, valued.values, valued.places),
    );
  }

  /** Fitted in a worker of its own; kept while the orders stay nearly the same, at most a week. */
  async ltvFit(): Promise<LtvFit> {
    const { world, fit, values } = await this.valued();
    return fitAnswer(world, fit, values());
  }

  async persona(): Promise<PersonaAnswer> {
    for (;;) {
      const world = await this.world(true);
      const answer = await this.personaOf(world);
      // The named personas are asked of the rules: both must speak of one moment.
      if ((await this.world(true)).stamp === world.stamp) return answer;
    }
  }

  /** What a draft of the settings would give. */
  async tryPersona(draft: PersonaSettings): Promise<PersonaTrial> {
    const world = await this.world(true);
    return personaTrial(world, draft, async (rule) => (await this.people.count(rule)).n);
  }

  async tryQuadrants(draft: QuadrantSettings): Promise<QuadrantTrial> {
    const { world, values } = await this.valued();
    return quadrantTrial(world, draft, values());
  }

  /** Ids, ascending, of people that only a model can name. */
  async idsOf(ask: InsightAsk): Promise<string[]> {
    const world = await this.world();
    const { columns } = world;
    return this.rowsOf(world, ask)
      .map((row) => columns.idOf(row))
      .sort();
  }

  private rowsOf(world: World, ask: InsightAsk): number[] {
    switch (ask.of) {
      case 'movement': {
        const { before, now } = this.rfmOf(world);
        return rfmMovers(before, now, ask.from, ask.to);
      }
      case 'return': {
        const { monthOf, firstDay, returnedAfter } = this.cohortsOf(world);
        return Array.from(monthOf.keys()).filter((row) => {
          const month = monthOf[row] ?? -1;
          if (month < 0 || (ask.month !== undefined && monthName(month) !== ask.month))
            return false;
          if (!isWindowOver(firstDay[row] ?? 0, world.today, ask.within)) return false;
          return cameBack(returnedAfter[row] ?? -1, ask.within) === ask.cameBack;
        });
      }
      default:
        return assertNever(ask, 'insight ask');
    }
  }

  private async scores(kinds: readonly ScoreKind[]): Promise<PeopleScores> {
    const scores: PeopleScores = {};
    if (kinds.includes('level') && this.levels) scores.level = await this.levels();
    if (kinds.includes('quadrant') || kinds.includes('ltvFen')) {
      const { values, places } = await this.valued();
      scores.quadrant = places().placed;
      scores.ltvFen = values().values.ltvFen;
    }
    if (kinds.includes('persona')) scores.persona = this.cubeOf(await this.world(true));
    if (kinds.includes('rfm')) scores.rfm = this.rfmOf(await this.world()).now.scores;
    return scores;
  }

  private world(withLines = false): Promise<World> {
    return worldNow(() => this.settingsNow(), this.people, withLines);
  }

  /** Read once, and again after they were changed or could not be read. */
  private settingsNow(): Promise<ModelSettings> {
    this.settings ??= this.database()
      .then(readSettings)
      .catch((error: unknown) => {
        this.settings = undefined;
        throw error;
      });
    return this.settings;
  }

  private keep<T>(world: World, question: string, work: () => T): T {
    return this.kept.get(question, world.stamp, work);
  }

  private rfmOf(world: World) {
    return this.keep(world, 'rfm', () => rfmStates(world));
  }

  private cohortsOf(world: World) {
    return this.keep(world, 'cohorts', () => findCohorts(world.columns, world.today));
  }

  private cubeOf(world: World) {
    return this.keep(world, 'cube', () =>
      personaCube(world.columns, world.today, world.settings.persona, categoryOf),
    );
  }

  /** Everybody's value and quadrant, worked out when asked for. */
  private async valued() {
    const fitted = await this.values.fitted(() => this.world());
    const { world, fit } = fitted;
    const stamp = `${world.stamp}.${fit.serial}`;
    const values = () => this.kept.get('values', stamp, () => this.values.values(fitted));
    const places = () => this.kept.get('places', stamp, () => quadrantPlaces(world, values()));
    return { world, fit, stamp, values, places };
  }

  private async personaOf(world: World): Promise<PersonaAnswer> {
    const startedAt = performance.now();
    const { columns, settings, today } = world;
    const { windowDays, frequencyBands, orderValueBands, named } = settings.persona;
    const cube = this.cubeOf(world);
    const found = await Promise.all(named.map(({ rule }) => this.people.ids(rule)));
    const isBuying: Rule = {
      kind: 'times',
      event: { of: 'order' },
      within: { lastDays: windowDays },
      times: { min: 1 },
    };
    const isNamed: Rule = { kind: 'any', of: named.map(({ rule }) => rule) };
    const inNone: Rule = { kind: 'all', of: [isBuying, { kind: 'not', of: isNamed }] };
    const left = await this.people.ids(inNone);
    return {
      today: dayOfNumber(today),
      windowDays,
      placed: cube.placed,
      members: countHere(columns),
      bands: {
        frequency: frequencyBands,
        orderValue: orderValueBands,
        category: personaCategories(cube),
      },
      cells: personaCells(cube),
      named: named.map(({ key, name, caseShare, source, rule }, at) => ({
        key,
        name,
        ...(caseShare === undefined ? {} : { caseShare }),
        ...(source ? { source } : {}),
        ...cellOf(columns, cube, found[at] ?? [], rule),
      })),
      inNoPersona: cellOf(columns, cube, left, inNone),
      notes: notesOf(world, cube.placed),
      tookMs: performance.now() - startedAt,
    };
  }
}
