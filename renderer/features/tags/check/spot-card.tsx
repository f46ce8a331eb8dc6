import type { Tag } from '@shared/domain/tags/tag.schema';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import { ExplainedTree } from '@/features/segments';
import type { CarriedTag, RuleExplanation } from '@/workers/people/people-types';
import { readPerson } from '../tags.queries';
import { spotMessages } from './spot.messages';
import classes from './spot-check.module.css';

type SpotCardProps = { tag: Tag; memberId: string };

/** One person with what decides the tag: the rule's conditions, or who put it on and why. */
export function SpotCard({ tag, memberId }: SpotCardProps) {
  const t = useMessages(spotMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const person = useLive(() => readPerson(memberId), [memberId]);
  const reasons = useReasons(tag, memberId);
  const { member, stats } = person ?? {};
  return (
    <article className={classes.card} data-testid="spot-card" data-member-id={memberId}>
      {person && !member && <p>{t('gone')}</p>}
      {member && (
        <>
          <header className={classes.head}>
            <strong>{member.name}</strong>
            <span className={classes.quiet}>
              {[
                words(`identity.${member.identity}`),
                member.channel,
                member.region,
                member.gender && words(`gender.${member.gender}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Link href={`/members/${member.id}`}>{t('open')}</Link>
          </header>
          <p>
            {member.phone ? format.phone(member.phone) : (member.phoneMasked ?? t('noPhone'))}
            {member.groupNickname && ` · ${member.groupNickname}`}
            {member.joinedAt !== undefined &&
              ` · ${t('known', { date: format.date(member.joinedAt) })}`}
          </p>
          <p>
            {stats
              ? t('orders', {
                  n: format.count(stats.orderCount),
                  spent: format.money(stats.amountFen - stats.refundFen),
                  last: format.relativeDay(stats.lastOrderAt),
                })
              : t('noOrders')}
          </p>
          {member.note && <p className={classes.quiet}>{member.note}</p>}
        </>
      )}
      <h4>{t('why')}</h4>
      {reasons?.carried
        .filter((it) => it.source !== 'rule')
        .map((it) => (
          <p key={it.source}>
            {t('byHand', { source: words(`tagSource.${it.source}`), date: format.date(it.since) })}
            {it.reason && ` · ${t('reason', { reason: it.reason })}`}
            {it.expiresAt !== undefined &&
              ` · ${t('expires', { date: format.date(it.expiresAt) })}`}
          </p>
        ))}
      {reasons?.byRule && (
        <>
          {!reasons.byRule.explained.isTrue && reasons.carried.length === 0 && (
            <p className={classes.quiet}>{t('noLonger')}</p>
          )}
          <ExplainedTree explained={reasons.byRule.explained} />
        </>
      )}
    </article>
  );
}

type Reasons = { carried: CarriedTag[]; byRule: RuleExplanation | undefined };

function useReasons({ id, rule }: Tag, memberId: string): Reasons | undefined {
  const [reasons, setReasons] = useState<Reasons>();
  useEffect(() => {
    let isCurrent = true;
    const { people } = dataWorker();
    Promise.all([people.tagsOf(memberId), rule ? people.explain(rule, memberId) : undefined])
      .then(([tags, byRule]) => {
        const carried = tags.filter((it) => it.tagId === id);
        if (isCurrent) setReasons({ carried, byRule });
      })
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [id, rule, memberId]);
  return reasons;
}
