import { Button } from '@mantine/core';
import type { MatchCandidate } from '@shared/domain/group-life/roster/roster-match.rules';
import type { RosterEntry } from '@shared/domain/group-life/roster/roster-parse.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { RosterView } from '@/workers/rosters/roster-types';
import { listBoxMessages } from './list-box.messages';
import classes from './list-box.module.css';
import { PersonChoice } from './person-choice';
import type { ListDraft } from './use-list-draft';

const MOST_LISTED = 60;

type AskedNamesProps = { draft: ListDraft; view: RosterView };

/** Names that may be more than one person, or that fit only in part. */
export function Questions({ draft, view }: AskedNamesProps) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const { undecided } = view.plan;
  if (undecided.length === 0) return null;
  const obvious = undecided.flatMap(({ entry, candidates: [only, second] }) =>
    only && !second ? [[entry.key, { memberId: only.memberId }] as const] : [],
  );
  return (
    <section data-testid="list-questions">
      <header className={classes.askedHead}>
        <h3>{t('questions', { count: format.count(undecided.length) })}</h3>
        <span className={classes.quiet}>{t('questionsHint')}</span>
        {obvious.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            data-testid="list-all-obvious"
            onClick={() => draft.decide(obvious)}
          >
            {t('allObvious', { count: format.count(obvious.length) })}
          </Button>
        )}
      </header>
      <Names draft={draft} view={view} names={undecided} />
    </section>
  );
}

/** Names that are nobody's on record. */
export function Strangers({ draft, view }: AskedNamesProps) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const { strangers } = view.plan;
  if (strangers.length === 0) return null;
  const all = (as: 'new' | 'unknown') => draft.decide(strangers.map(({ key }) => [key, as]));
  return (
    <section data-testid="list-strangers">
      <header className={classes.askedHead}>
        <h3>{t('strangers', { count: format.count(strangers.length) })}</h3>
        <span className={classes.quiet}>{t('strangersHint')}</span>
        <Button
          size="compact-sm"
          variant="default"
          data-testid="list-all-new"
          onClick={() => all('new')}
        >
          {t('allNew')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => all('unknown')}>
          {t('allUnknown')}
        </Button>
      </header>
      <Names
        draft={draft}
        view={view}
        names={strangers.map((entry) => ({ entry, candidates: [] }))}
        unsaid="unknown"
      />
    </section>
  );
}

type NamesProps = AskedNamesProps & {
  names: readonly { entry: RosterEntry; candidates: readonly MatchCandidate[] }[];
  /** What holds as long as nobody said anything. */
  unsaid?: 'unknown';
};

function Names({ draft, view, names, unsaid }: NamesProps) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const [listed, setListed] = useState(MOST_LISTED);
  return (
    <>
      <ul className={classes.asked}>
        {names.slice(0, listed).map(({ entry, candidates }) => (
          <li key={entry.key} data-testid="list-asked">
            <span className={classes.who}>
              {entry.name}{' '}
              <small>
                {[
                  entry.alsoNames.join(' '),
                  entry.wechatId,
                  entry.phone && format.phone(entry.phone),
                  entry.count > 1 && t('linesOfName', { count: entry.count }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <PersonChoice
              name={entry.name}
              candidates={candidates}
              faces={view.faces}
              decision={draft.decisions.get(entry.key) ?? unsaid}
              onChoose={(decision) => draft.decide([[entry.key, decision]])}
            />
          </li>
        ))}
      </ul>
      {names.length > listed && (
        <Button size="compact-xs" variant="subtle" onClick={() => setListed(listed + MOST_LISTED)}>
          {t('more', { count: format.count(names.length - listed) })}
        </Button>
      )}
    </>
  );
}
