import type { GroupFigures } from './figures.types';
import {
  type GroupLifeSettings,
  TRUST_AREAS,
  TRUST_PARTS,
  type TrustArea,
  type TrustPart,
} from './life-settings.schema';
import {
  against,
  clamp01,
  ratio,
  type Score,
  type ScorePart,
  weightedScore,
} from './weighted-score.rules';

export type TrustIndex = {
  /** 0–100; absent when nothing at all is known. */
  index?: number;
  /** Each area's own score, and its share of the index among the areas with data. */
  areas: { area: TrustArea; weight: number; share?: number; score: Score<TrustPart> }[];
  /** Share of every part with data in the index (they add up to 1) and what it earned (0–1). */
  leaves: { part: TrustPart; area: TrustArea; share: number; earned: number }[];
  /** How much of all weight has data, 0–1. */
  coverage: number;
};

type Judged = { value: number | undefined; n: number | undefined; earned: number | undefined };

/**
 * Trust of one group over a week, from its figures.
 *
 * Service: sent in slot ÷ planned; people who knew ÷ asked (知道率); mean minutes to an answer (full up
 * to `goodAnswerMinutes`, none from `badAnswerMinutes`, by the logarithm between).
 * Content: pieces out ÷ pieces that the columns ask for; opens ÷ reach; participants ÷ reach.
 * Interaction: people active ÷ inside; questions answered ÷ asked; UGC ÷ all posts; KOCs active ÷
 * inside; people with new friends ÷ asked; friend actions a week.
 *
 * A part earns value ÷ anchor, at most 1. index = Σ areas weight × area score ÷ Σ weight, an area's
 * score likewise over its parts. What has no data leaves its weight to its neighbours.
 */
export function trustOf(figures: GroupFigures, settings: GroupLifeSettings['trust']): TrustIndex {
  const judged = judge(figures, settings);
  const scores = TRUST_AREAS.map((area) => {
    const parts = TRUST_PARTS[area].map(
      (key): ScorePart<TrustPart> => ({ key, weight: settings.parts[key], ...judged[key] }),
    );
    return { area, weight: settings.areas[area], score: weightedScore<TrustPart>(parts) };
  });
  const whole = weightedScore<TrustArea>(
    scores.map(({ area, weight, score: { score } }) => ({
      key: area,
      weight,
      earned: score === undefined ? undefined : score / 100,
    })),
  );
  const areas = scores.map((it, i) => {
    const share = whole.parts[i]?.share;
    return { ...it, ...(share !== undefined && { share }) };
  });
  const leaves = areas.flatMap(({ area, share: ofArea, score }) =>
    score.parts.flatMap(({ key: part, share, earned }) =>
      ofArea === undefined || share === undefined || earned === undefined
        ? []
        : [{ part, area, share: ofArea * share, earned }],
    ),
  );
  const all = areas.reduce((sum, { weight }) => sum + weight, 0);
  const covered = areas.reduce((sum, { weight, score }) => sum + weight * score.coverage, 0);
  return {
    ...(whole.score !== undefined && { index: whole.score }),
    areas,
    leaves,
    coverage: all > 0 ? covered / all : 0,
  };
}

function judge(
  figures: GroupFigures,
  { anchors, goodAnswerMinutes, badAnswerMinutes }: GroupLifeSettings['trust'],
): Record<TrustPart, Judged> {
  const shareOf = (num: number | undefined, n: number | undefined, anchor = 1): Judged => {
    const value = ratio(num, n);
    return { value, n, earned: against(value, anchor) };
  };
  const minutes = ratio(figures.answerMinutes, figures.answered);
  const { friendActions } = figures;
  return {
    adherence: shareOf(figures.inSlot, figures.planned),
    known: shareOf(figures.knownK, figures.knownN),
    answerTime: {
      value: minutes,
      n: figures.answered,
      earned:
        minutes === undefined
          ? undefined
          : clamp01(
              Math.log(badAnswerMinutes / Math.max(minutes, goodAnswerMinutes)) /
                Math.log(badAnswerMinutes / goodAnswerMinutes),
            ),
    },
    cadence: shareOf(figures.cadenceMet, figures.cadenceDue),
    openRate: shareOf(figures.opens, figures.reach, anchors.openRate),
    engagement: shareOf(figures.participants, figures.reach, anchors.engagement),
    participation: shareOf(figures.active, figures.present, anchors.participation),
    answered: shareOf(figures.answered, figures.questions),
    ugcShare: shareOf(figures.ugc, figures.posts, anchors.ugcShare),
    kocActivity: shareOf(figures.kocsActive, figures.kocs),
    newFriends: shareOf(figures.friendsK, figures.friendsN, anchors.newFriends),
    friendActions: {
      value: friendActions,
      n: friendActions,
      earned: against(friendActions, anchors.friendActions),
    },
  };
}
