import type { RosterSentence } from '@shared/domain/group-life/roster/roster-plan.rules';
import { assertNever } from '@shared/lib/errors';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { groupAddress } from '@/features/group-life';
import type { RosterView } from '@/workers/rosters/roster-types';
import { listBoxMessages } from './list-box.messages';
import classes from './list-box.module.css';

type Misplaced = Extract<RosterSentence, { misplacement: unknown }>;

const MISPLACED = ['misplaced', 'misplacedBefore'] as const;
const isMisplaced = (it: RosterSentence): it is Misplaced => 'misplacement' in it;

/** A list with one of these changes nothing. */
const STOPS = new Set<RosterSentence['code']>(['dissolved', 'olderThanLast']);
/** With one of these the leader is asked a second time. */
const ASKED_TWICE = new Set<RosterSentence['code']>(['manyLeft', 'cutOff', 'otherGroup']);

export const isStopped = ({ plan }: RosterView): boolean =>
  plan.sentences.some(({ code }) => STOPS.has(code));
export const isAskedTwice = ({ plan }: RosterView): boolean =>
  plan.sentences.some(({ code }) => ASKED_TWICE.has(code));

/** What is to be known of the list beside the counts, each thing in one sentence. */
export function Sentences({ view }: { view: RosterView }) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const { plan, faces, skipped } = view;
  const misplaced = plan.sentences.filter(isMisplaced);
  const others = plan.sentences.filter(
    (it): it is Exclude<RosterSentence, Misplaced> => !isMisplaced(it),
  );
  return (
    <ul className={classes.sentences}>
      {others.map((sentence) => (
        <li
          key={sentence.code}
          className={classes.sentence}
          data-testid="list-sentence"
          data-code={sentence.code}
          data-tone={STOPS.has(sentence.code) ? 'stop' : 'doubt'}
        >
          <Words sentence={sentence} />
        </li>
      ))}
      {MISPLACED.map((code) => {
        const own = misplaced.filter((it) => it.code === code);
        return own.length === 0 ? null : (
          <li key={code} className={classes.sentence} data-testid="list-sentence" data-code={code}>
            {t(`s.${code}`, { count: format.count(own.length) })}
            <MisplacedNames all={own} faces={faces} />{' '}
            <Link href="/groups/misplaced">{t('s.misplacedLink')}</Link>
          </li>
        );
      })}
      {plan.isUnchanged && <li className={classes.quiet}>{t('unchanged')}</li>}
      {skipped.length > 0 && (
        <li className={classes.quiet}>
          <details>
            <summary>{t('skipped', { count: format.count(skipped.length) })}</summary>
            {skipped
              .slice(0, 50)
              .map(({ text, reason }) => t('aside', { text, more: t(`skip.${reason}`) }))
              .join(' / ')}
          </details>
        </li>
      )}
    </ul>
  );
}

function Words({ sentence }: { sentence: Exclude<RosterSentence, Misplaced> }): ReactNode {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  switch (sentence.code) {
    case 'dissolved':
      return t('s.dissolved');
    case 'olderThanLast':
      return t('s.olderThanLast', { day: format.day(sentence.lastDay) });
    case 'otherGroup': {
      const [groupId] = sentence.groupIds;
      return (
        <>
          {t('s.otherGroup', { name: sentence.name })}{' '}
          {groupId !== undefined && (
            <Link href={groupAddress(groupId, 'lists')}>{t('s.goThere')}</Link>
          )}
        </>
      );
    }
    case 'sameNameGroups':
      return t('s.sameNameGroups', { name: sentence.name, count: sentence.groupIds.length });
    case 'cutOff':
      return t('s.cutOff', {
        stated: format.count(sentence.stated),
        found: format.count(sentence.found),
      });
    case 'manyLeft':
      return t('s.manyLeft', {
        inside: format.count(sentence.inside),
        left: format.count(sentence.left),
      });
    case 'overCapacity':
      return t('s.overCapacity', {
        count: format.count(sentence.count),
        capacity: format.count(sentence.capacity),
      });
    case 'repeatedNames':
      return t('s.repeated', { names: sentence.names.slice(0, 20).join(t('between')) });
    default:
      return assertNever(sentence, 'roster sentence');
  }
}

type MisplacedNamesProps = { all: readonly Misplaced[]; faces: RosterView['faces'] };

function MisplacedNames({ all, faces }: MisplacedNamesProps) {
  const t = useMessages(listBoxMessages);
  const words = useMessages(wordsMessages);
  const named = all.slice(0, 12).map(({ memberId, misplacement }) => {
    const rival = 'rival' in misplacement && misplacement.rival ? misplacement.rival : 'unknown';
    const why = t(`why.${misplacement.reason}`, { rival: words(`identity.${rival}`) });
    return t('aside', { text: faces[memberId]?.name ?? '—', more: why });
  });
  return <>{named.join(t('between')) + (all.length > named.length ? '…' : '')}</>;
}
