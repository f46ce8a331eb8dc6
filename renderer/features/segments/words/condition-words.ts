import type { Condition, Range } from '@shared/domain/rules/rule.schema';
import { assertNever } from '@shared/lib/errors';
import type { Format } from '@/ui/format';
import { codeWords } from './code-words';
import { type EventForm, type EventSpeaker, eventWords, isAnyOrder } from './event-words';
import { rangeWords, shareWords, spanWords, windowWords, yuanWords } from './range-words';

export type Speaker = EventSpeaker & { format: Format };

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

const isExactly = ({ min, max }: Range, low: number | undefined, high: number | undefined) =>
  min === low && max === high;

/** One condition as a clause; `isNot` turns it round where language has a word for that. */
export function conditionWords(speaker: Speaker, rule: Condition, isNot: boolean): string {
  const turned = isNot ? negatedWords(speaker, rule) : undefined;
  if (turned !== undefined) return turned;
  const plain = plainWords(speaker, rule);
  return isNot ? speaker.t('notThe', { what: plain }) : plain;
}

/** The clause that language has for the opposite, if it has one. */
function negatedWords(speaker: Speaker, rule: Condition): string | undefined {
  const { t, names } = speaker;
  const or = (list: readonly string[]) => list.join(t('listOr'));
  switch (rule.kind) {
    case 'attribute':
      return t('attributeNot', {
        field: t(`field.${rule.field}`),
        values: valuesOf(speaker, rule),
      });
    case 'filled':
      return t('filledNot', { field: t(`field.${rule.field}`) });
    case 'text':
      return t('textNot', { field: t(`field.${rule.field}`), values: or(rule.containsAny) });
    case 'times':
      return isExactly(rule.times, 1, undefined) ? didWords(speaker, rule, 'didNot') : undefined;
    case 'inGroup': {
      if (rule.groups) return undefined;
      const details = groupDetails(speaker, rule);
      return details === '' ? t('inNoGroup') : t('inGroupNot', { details });
    }
    case 'tag':
      return t('tagNot', { names: or(rule.tagIds.map((id) => names.tag(id) ?? t('gone'))) });
    case 'segment':
      return t('segmentNot', { name: names.segment(rule.segmentId) ?? t('gone') });
    case 'snapshot':
      return t('snapshotNot', { name: names.snapshot(rule.snapshotId) ?? t('gone') });
    default:
      return undefined;
  }
}

function plainWords(speaker: Speaker, rule: Condition): string {
  const { t, names, format } = speaker;
  const or = (list: readonly string[]) => list.join(t('listOr'));
  const named = (keys: readonly string[], name: (key: string) => string | undefined) =>
    or(keys.map((key) => name(key) ?? key));
  switch (rule.kind) {
    case 'attribute':
      return t('attribute', { field: t(`field.${rule.field}`), values: valuesOf(speaker, rule) });
    case 'filled':
      return t('filled', { field: t(`field.${rule.field}`) });
    case 'text':
      return t('text', { field: t(`field.${rule.field}`), values: or(rule.containsAny) });
    case 'age':
      return t('age', { range: rangeWords(t, rule.years) });
    case 'birthday':
      return isExactly(rule.daysAway, 0, 0)
        ? t('birthdayToday')
        : t('birthday', { range: rangeWords(t, rule.daysAway) });
    case 'known':
      return t('known', { range: rangeWords(t, rule.daysAgo) });
    case 'times':
      if (isExactly(rule.times, 1, undefined)) return didWords(speaker, rule, 'did');
      if (rule.times.max === 0) return didWords(speaker, rule, 'didNot');
      return t('times', {
        within: windowWords(t, format, rule.within),
        event: eventWords(speaker, rule.event, 'act'),
        range: rangeWords(t, rule.times),
      });
    case 'days':
      return t('days', {
        within: windowWords(t, format, rule.within),
        event: eventWords(speaker, rule.event, 'act'),
        range: rangeWords(t, rule.days),
      });
    case 'money': {
      const { event } = rule;
      return t(`money.${rule.measure}`, {
        within: windowWords(t, format, rule.within),
        event:
          event === undefined || isAnyOrder(event)
            ? ''
            : t('moneyEvent', { event: eventWords(speaker, event, 'act') }),
        range: rangeWords(t, rule.range, yuanWords),
      });
    }
    case 'share':
      return t('share', {
        within: windowWords(t, format, rule.within),
        event: eventWords(speaker, rule.event, 'act'),
        range: rangeWords(t, rule.share, shareWords),
      });
    case 'when':
      return t(`when.${rule.which}`, {
        event: eventWords(speaker, rule.event, 'act'),
        when: whenWords(speaker, rule),
      });
    case 'sequence':
      return sequenceWords(speaker, rule);
    case 'inGroup': {
      const details = groupDetails(speaker, rule);
      if (rule.groups) return t('inGroups', { details, range: rangeWords(t, rule.groups) });
      return details === '' ? t('inAnyGroup') : t('inGroup', { details });
    }
    case 'tag':
      return t('tag', { names: or(rule.tagIds.map((id) => names.tag(id) ?? t('gone'))) });
    case 'segment':
      return t('segment', { name: names.segment(rule.segmentId) ?? t('gone') });
    case 'snapshot':
      return t('snapshot', { name: names.snapshot(rule.snapshotId) ?? t('gone') });
    case 'rfm': {
      const parts = (['r', 'f', 'm'] as const).flatMap((score) => {
        const range = rule[score];
        return range ? [t(`rfm.${score}`, { range: rangeWords(t, range) })] : [];
      });
      return parts.length === 0 ? t('rfmAny') : t('rfm', { parts: parts.join(t('and')) });
    }
    case 'quadrant':
      return t('quadrant', { names: named(rule.isAny, names.quadrant) });
    case 'persona':
      return personaWords(speaker, rule);
    case 'level':
      return t('level', { names: named(rule.isAny, names.level) });
    case 'ltv':
      return t('ltv', { range: rangeWords(t, rule.fen, yuanWords) });
    default:
      return assertNever(rule, 'plainWords');
  }
}

function didWords(speaker: Speaker, rule: Of<'times'>, form: EventForm): string {
  const within = windowWords(speaker.t, speaker.format, rule.within);
  return speaker.t('did', { within, event: eventWords(speaker, rule.event, form) });
}

function valuesOf({ t, words }: Speaker, { field, isAny }: Of<'attribute'>): string {
  if (isAny.length === 0) return t('nobody');
  return isAny
    .map((value) => (value === '' ? t('notFilled') : codeWords(words, field, value)))
    .join(t('listOr'));
}

function whenWords({ t, format }: Speaker, { daysAgo, between }: Of<'when'>): string {
  const parts = [
    daysAgo ? agoWords(t, daysAgo) : '',
    between ? spanWords(t, format, between).trim() : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('whenAny') : parts.join(t('and'));
}

/** "7 天内" for what is at most so long ago, "30 天以前" for what is at least. */
function agoWords(t: Speaker['t'], range: Range): string {
  const { min, max } = range;
  if (min === undefined && max === undefined) return t('whenAny');
  if (min === undefined || (min === 0 && max !== 0 && max !== undefined)) {
    return t('whenWithin', { n: max ?? 0 });
  }
  return max === undefined
    ? t('whenBefore', { n: min })
    : t('whenAgo', { range: rangeWords(t, range) });
}

function sequenceWords(speaker: Speaker, rule: Of<'sequence'>): string {
  const { t } = speaker;
  const { steps, withinDays, without } = rule;
  const [first] = steps;
  const isOne = steps.length === 1 && first !== undefined;
  const told = isOne
    ? eventWords(speaker, first, 'did')
    : t('sequence', {
        steps: steps.map((step) => eventWords(speaker, step, 'act')).join(t('andThen')),
      });
  const apart = !isOne && withinDays !== undefined ? t('sequenceWithin', { n: withinDays }) : '';
  if (without === undefined) return told + apart;
  const event = eventWords(speaker, without, 'didNot');
  const never =
    withinDays === undefined
      ? t('sequenceWithout', { event })
      : t('sequenceWithoutWithin', { event, n: withinDays });
  return told + apart + never;
}

function groupDetails({ t, words, names }: Speaker, rule: Of<'inGroup'>): string {
  const parts = [
    ...(rule.groupIds ?? []).map((id) => names.group(id) ?? t('gone')),
    ...(rule.phases?.length
      ? [
          t('group.phases', {
            names: rule.phases.map((it) => words(`groupPhase.${it}`)).join(t('listOr')),
          }),
        ]
      : []),
    ...(rule.roles?.length
      ? [
          t('group.roles', {
            names: rule.roles.map((it) => words(`membershipRole.${it}`)).join(t('listOr')),
          }),
        ]
      : []),
  ];
  return parts.length === 0 ? '' : t('groupDetails', { parts: parts.join(t('listOr')) });
}

function personaWords({ t, names }: Speaker, rule: Of<'persona'>): string {
  const say = (keys: readonly string[], name: (key: string) => string | undefined) =>
    keys.map((key) => name(key) ?? key).join(t('listOr'));
  const parts = [
    ...(['frequency', 'orderValue'] as const).flatMap((axis) => {
      const keys = rule[axis];
      if (!keys) return [];
      return [t(`persona.${axis}`, { names: say(keys, (key) => names.band(axis, key)) })];
    }),
    ...(rule.category
      ? [t('persona.category', { names: say(rule.category, names.category) })]
      : []),
  ];
  return parts.length === 0 ? t('personaAny') : t('persona', { parts: parts.join(t('and')) });
}
