import type { DueThing } from '@shared/domain/group-life/health.rules';
import type { PhaseProposal } from '@shared/domain/group-life/phase.rules';
import type { Standing } from '@shared/domain/group-life/standing.rules';
import { peopleOver } from '@shared/domain/groups/capacity.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { daysBetween } from '@shared/lib/time';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { boardMessages } from './board.messages';

/** A figure as people work with it by hand. */
export const figure = (value: number, digits = 1): string =>
  String(Math.round(value * 10 ** digits) / 10 ** digits);

/** What the board says of a group, in short sentences. */
export function useBoardWords(today: string) {
  const t = useMessages(boardMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return useMemo(
    () => ({
      phase: (phase: Group['phase']) => words(`groupPhase.${phase}`),

      /** How far the phase has gone, or since when it holds. */
      clock(group: Group, { clock }: Standing): string | undefined {
        if (group.phase === 'early') {
          if (clock.earlyUntil === undefined) return t('notFull');
          const days = daysBetween(clock.from, clock.earlyUntil) + 1;
          return t('dayOfEarly', { day: clock.days + 1, days });
        }
        const since = group.phase === 'dissolved' ? group.dissolvedAt : group.phaseSince;
        return since === undefined ? undefined : t('since', { day: format.date(since) });
      },

      /** By how many people a group is over its capacity. */
      over({ capacity }: Group, members: number): string | undefined {
        const count = peopleOver(members, capacity);
        return count > 0 ? t('over', { count: format.count(count) }) : undefined;
      },

      wake({ quiet, quietSince }: Standing): string {
        const state = t(`wake.${quiet.state}`);
        if (!quietSince) return state;
        const day = format.day(quietSince.day);
        return t(quietSince.isLonger ? 'wakeSinceLonger' : 'wakeSince', { state, day });
      },

      when({ day, isFirst }: DueThing): string {
        if (isFirst) return t('dueFirst');
        const late = daysBetween(day, today);
        if (late > 0) return t('dueOverdue', { count: late });
        return late === 0 ? t('dueToday') : format.day(day);
      },

      whyProposed({ why, evidence }: PhaseProposal): string {
        const { days = 0, earlyDays = 0, weeks = 0, threshold = 0 } = evidence;
        const { lowest = 0, highest = 0, roi = 0 } = evidence;
        return t(`why.${why}`, {
          days,
          earlyDays,
          weeks,
          threshold,
          lowest: figure(lowest),
          highest: figure(highest),
          roi: figure(roi, 2),
        });
      },
    }),
    [t, words, format, today],
  );
}
