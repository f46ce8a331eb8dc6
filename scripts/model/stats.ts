import { chanceOfMore } from '@shared/domain/statistics/chance-of-more.rules';
import { welchTest } from '@shared/domain/statistics/means.rules';
import { twoProportions, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { sampleSize } from '@shared/domain/statistics/sample-size.rules';
import { holmOf } from '@shared/domain/statistics/several-tests.rules';
import { isRecord, readJson } from './lib/json-input';
import { InputError, type ModelAsk } from './lib/model-ask';

export const usage = '--input FILE.json [--json]';

/** Why there is no figure, for people. */
const REASONS: Record<string, string> = {
  notACount: 'counts are whole numbers of at least 0 (人数必须是不小于 0 的整数)',
  nobody: 'nobody was counted: n is 0 (样本为 0)',
  moreThanAll: 'more than all: k is above n (成功数多于总数)',
  noVariation: 'nothing differs: all values are alike, there is no test (没有差异可比)',
  notAProbability:
    'a probability lies within 0 and 1, alpha and power strictly inside (概率应在 0 与 1 之间)',
  noDifference: 'p1 and p2 are alike: no size finds a difference that is not there (两个比例相同)',
  notANumber: 'a list holds only finite numbers, alpha lies inside 0 and 1 (含有非数字)',
  oneObservation: 'each list needs at least two values (每组至少要两个数)',
  empty: 'no p-values (没有 p 值)',
};

type Item = Record<string, unknown>;

const none = (reason: string) => ({ message: REASONS[reason] ?? reason });

/** What is no number stays visible as one that no test takes. */
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
const numberOr = (value: unknown, usual: number): number =>
  value === undefined || value === null ? usual : numberOf(value);

const ALPHA = 0.05;
const POWER = 0.8;

function proportion({ k, n, alpha }: Item) {
  const share = { count: numberOf(k), total: numberOf(n) };
  const interval = wilsonInterval(share, numberOr(alpha, ALPHA));
  return interval.kind === 'none'
    ? none(interval.reason)
    : { low: interval.low, high: interval.high };
}

function compare({ k1, n1, k2, n2, alpha }: Item) {
  const a = { count: numberOf(k1), total: numberOf(n1) };
  const b = { count: numberOf(k2), total: numberOf(n2) };
  const test = twoProportions(a, b, numberOr(alpha, ALPHA));
  if (test.kind === 'none') return none(test.reason);
  const chance = chanceOfMore(a, b);
  if (chance.kind === 'none') return none(chance.reason);
  const { z, pValue, diff, low, high } = test;
  return { z, pValue, diff, low, high, pBGreater: chance.pBGreater };
}

function size({ p1, p2, alpha, power }: Item) {
  const plan = {
    p1: numberOf(p1),
    p2: numberOf(p2),
    alpha: numberOr(alpha, ALPHA),
    power: numberOr(power, POWER),
  };
  const answer = sampleSize(plan);
  return answer.kind === 'none'
    ? none(answer.reason)
    : { perArm: answer.perArm, method: answer.method };
}

function means({ a, b, alpha }: Item) {
  if (!Array.isArray(a) || !Array.isArray(b)) return { message: 'welch wants two lists, a and b' };
  const test = welchTest(a.map(numberOf), b.map(numberOf), numberOr(alpha, ALPHA));
  if (test.kind === 'none') return none(test.reason);
  const { t, df, pValue, diff, low, high } = test;
  return { t, df, pValue, diff, low, high };
}

function raised({ p }: Item) {
  if (!Array.isArray(p)) return { message: 'holm wants a list p' };
  const answer = holmOf(p.map(numberOf));
  return answer.kind === 'none' ? none(answer.reason) : { adjusted: answer.adjusted };
}

const TESTS: Record<string, (item: Item) => object> = {
  proportion,
  twoProportions: compare,
  sampleSize: size,
  welch: means,
  holm: raised,
};

function answerOf(item: unknown): object {
  const test = isRecord(item) && typeof item.test === 'string' ? item.test : undefined;
  const work = test !== undefined && Object.hasOwn(TESTS, test) ? TESTS[test] : undefined;
  if (!isRecord(item) || !work) {
    return { message: `test is one of ${Object.keys(TESTS).join(', ')}` };
  }
  return work(item);
}

/**
 * One answer for each item, in their order; what cannot be answered says why in `message` and stops
 * nothing. Sizes are by the method `pooled`, the one of the z-test that `twoProportions` makes.
 */
export function run(ask: ModelAsk) {
  const items = readJson(ask);
  if (!Array.isArray(items)) throw new InputError('the file holds a list of tests');
  return items.map(answerOf);
}
