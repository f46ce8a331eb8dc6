import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { groupStoryMessages } from '../group-story.messages';
import { useEvidenceWords } from '../use-phase-words';
import classes from './story.module.css';

/** One line of the story: what happened, on which figures, who said so and when. */
export function StoryLine({ event }: { event: GroupEvent }) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const say = useEventWords();
  const sentence = useEvidenceWords();
  const { kind, by, at, note } = event;
  const time = format.dateTime(at);
  const evidence = kind === 'phase' || kind === 'declined' ? sentence(event.evidence) : undefined;
  return (
    <li className={classes.line} data-testid="story-line" data-kind={kind}>
      <span className={classes.what}>{kind === 'note' ? note : say(event)}</span>
      {evidence && <span className={classes.more}>{evidence}</span>}
      {reasonsOf(event) && <span className={classes.more}>{reasonsOf(event)}</span>}
      {kind !== 'note' && note && <span className={classes.more}>{note}</span>}
      <time className={classes.when} dateTime={new Date(at).toISOString()}>
        {by ? t('storyBy', { by, time }) : time}
      </time>
    </li>
  );
}

const DECISIONS = ['keep', 'revive', 'transfer', 'dissolve'] as const;

function decisionKey(said: string | number | undefined) {
  const decision = DECISIONS.find((it) => it === said);
  return decision === undefined ? 'noData' : (`decision_${decision}` as const);
}

/** The reasons that were on screen when somebody decided. */
const reasonsOf = ({ kind, evidence = {} }: GroupEvent): string =>
  kind === 'decision'
    ? Object.entries(evidence)
        .flatMap(([key, value]) => (/^reason\d+$/.test(key) ? [String(value)] : []))
        .join(' · ')
    : '';

function useEventWords(): (event: GroupEvent) => string {
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return ({ kind, from, to, evidence = {} }) => {
    const figure = (key: string) => {
      const value = evidence[key];
      return value === undefined ? t('noData') : format.count(Number(value));
    };
    const phase = (it: GroupEvent['to']) => (it ? words(`groupPhase.${it}`) : '—');
    switch (kind) {
      case 'full': {
        const figures = { total: figure('total'), capacity: figure('capacity') };
        if (evidence.since === undefined) return t('event_full', figures);
        return t('event_fullByHand', { ...figures, day: format.date(Number(evidence.since)) });
      }
      case 'phase':
        return t('event_phase', { from: phase(from), to: phase(to) });
      case 'declined':
        return t('event_declined', { to: phase(to) });
      case 'list':
        return t('event_list', {
          total: figure('total'),
          joined: figure('joined'),
          left: figure('left'),
        });
      case 'plan':
        return t('event_plan', { people: figure('people') });
      case 'decision':
        return t('event_decision', { decision: t(decisionKey(evidence.decision)) });
      case 'dissolved':
        return t('event_dissolved', { closed: figure('closed') });
      case 'reopened':
        return t('event_reopened', { back: figure('back') });
      case 'note':
        return t('event_note');
      default:
        return assertNever(kind, 'useEventWords');
    }
  };
}
