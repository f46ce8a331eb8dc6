import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import type { GrowthOverview, GrowthPerson } from '@/workers/growth/growth-types';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { useLevelName } from './use-growth';

type TellCardProps = { overview: GrowthOverview };

/** Who reaches the next level with one more thing done. */
export function NearlyUpCard({ overview }: TellCardProps) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const nameOf = useLevelName();
  const { levels, nearlyUp } = overview;
  return (
    <PeopleCard
      title={t('nearlyUp')}
      state={
        nearlyUp.n === 0 ? t('nearlyUpNone') : t('nearlyUpCount', { n: format.count(nearlyUp.n) })
      }
      told={nearlyUp}
      wordsOf={({ points, level }) =>
        t('missing', { points: format.count(points), level: nameOf(levels[level + 1]) })
      }
    />
  );
}

/** Whose points are gone soon unless they are spent. */
export function SoonGoneCard({ overview: { soonGone } }: TellCardProps) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  return (
    <PeopleCard
      title={t('soonGone')}
      state={
        soonGone.n === 0 ? t('soonGoneNone') : t('soonGoneCount', { n: format.count(soonGone.n) })
      }
      told={soonGone}
      wordsOf={({ points }) => t('gone', { points: format.count(points) })}
    />
  );
}

type PeopleCardProps = {
  title: string;
  state: string;
  told: { n: number; people: readonly GrowthPerson[] };
  wordsOf: (person: GrowthPerson) => ReactNode;
};

function PeopleCard({ title, state, told, wordsOf }: PeopleCardProps) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  return (
    <Card title={title}>
      <p className={classes.quiet}>{state}</p>
      <ul className={classes.list}>
        {told.people.map((person) => (
          <li key={person.id}>
            <Link href={`/members/${person.id}`}>
              <span>{person.name}</span>
              <span className={classes.quiet}>{wordsOf(person)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {told.n > told.people.length && (
        <p className={classes.quiet}>{t('firstOf', { n: format.count(told.people.length) })}</p>
      )}
    </Card>
  );
}
