import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import type { Fault, Judgement, Lack } from '@shared/domain/experiments/verdict.rules';
import classes from '../experiments.module.css';
import { decimal, shownP } from '../words';
import { useVerdictWords } from './use-verdict-words';

type Line = { key: string; text: string };

/** A judgement in words with its numbers, one line a thought. */
export function Sentences({
  experiment,
  judgement,
}: {
  experiment: Experiment;
  judgement: Judgement;
}) {
  const lines = useLines(experiment)(judgement);
  return lines.map(({ key, text }) => (
    <p key={key} className={classes.say}>
      {text}
    </p>
  ));
}

function useLines(experiment: Experiment): (judgement: Judgement) => Line[] {
  const words = useVerdictWords(experiment);
  const { t } = words;
  const faultLine = useFaultLine(words);
  const lackLine = useLackLine(words);
  const scoreLines = useScoreLines(words);
  return (judgement) => {
    switch (judgement.kind) {
      case 'tooEarly':
        return [];
      case 'invalid':
        return [{ key: 'what', text: t('invalidText') }, ...judgement.faults.map(faultLine)];
      case 'notEnough':
        return [...judgement.lacks.map(lackLine), { key: 'way', text: t('lackWay') }];
      case 'noDifference':
      case 'winner':
        return scoreLines(judgement);
    }
  };
}

type Words = ReturnType<typeof useVerdictWords>;

function useFaultLine({ t }: Words): (fault: Fault) => Line {
  return (fault) => {
    switch (fault.why) {
      case 'armWithoutReadings':
        return {
          key: fault.armKey,
          text: t('fault.armWithoutReadings', { arm: fault.armKey }),
        };
      case 'impossibleReadings':
        return {
          key: fault.why,
          text: t('fault.impossibleReadings', { n: fault.unitIds.length }),
        };
      case 'assignmentRatio':
      case 'exposureRatio':
        return { key: fault.why, text: t(`fault.${fault.why}`, { p: shownP(fault.pValue) }) };
    }
  };
}

function useLackLine({ t, format }: Words): (lack: Lack) => Line {
  return (lack) => {
    switch (lack.why) {
      case 'tooFewGroups': {
        const { armKey: arm, groups, least } = lack;
        return { key: arm, text: t('lack.tooFewGroups', { arm, groups, least }) };
      }
      case 'tooFewPeople':
        return {
          key: lack.why,
          text: t('lack.tooFewPeople', {
            exposed: format.count(lack.exposed),
            wanted: format.count(lack.wanted),
          }),
        };
      case 'nothingVaries':
        return { key: lack.why, text: t('lack.nothingVaries') };
    }
  };
}

type Compared = Extract<Judgement, { kind: 'winner' | 'noDifference' }>;

function useScoreLines({ t, level, lineOf, signed }: Words): (judgement: Compared) => Line[] {
  const headline = (judgement: Compared): string => {
    const { scores, first } = judgement.comparison;
    const [only] = scores;
    const own =
      judgement.kind === 'winner'
        ? scores.find(({ armKey }) => armKey === judgement.armKey)
        : scores.length === 1
          ? only
          : undefined;
    const numbers = own && {
      level,
      score: own.score < 0 ? signed(own.score, 2) : decimal(own.score, 2),
      low: signed(own.low, 2),
      high: signed(own.high, 2),
    };
    if (judgement.kind === 'winner') {
      if (!own || !numbers) return t('firstWinner', { arm: first });
      const against = { first: t('againstFirst', { arm: first }), p: shownP(own.adjusted) };
      return t('winnerScore', { ...numbers, ...against });
    }
    if (judgement.heldBack) {
      const { armKey: arm, metrics } = judgement.heldBack;
      return t('heldBack', {
        arm,
        metrics: metrics.map((metric) => t(`metric.${metric}`)).join(' / '),
      });
    }
    return numbers ? t('noDifferenceText', numbers) : t('noDifferenceSeveral');
  };
  return (judgement) => {
    const { comparison } = judgement;
    const isChallenger = judgement.kind === 'winner' && judgement.armKey !== comparison.first;
    const shown = comparison.tests.filter(
      ({ armKey }) => !isChallenger || armKey === judgement.armKey,
    );
    const details = shown.flatMap((test) => {
      const text = lineOf(comparison, test);
      return text === undefined ? [] : [{ key: `${test.armKey}.${test.metric}`, text }];
    });
    return [{ key: 'score', text: headline(judgement) }, ...details];
  };
}
