import { Button } from '@mantine/core';
import {
  CONSUMER_NICKNAME_TEMPLATE,
  DEFAULT_NICKNAME_TEMPLATE,
  templateInUse,
} from '@shared/domain/group-life/roster/nickname-template.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { FriendIdeasAnswer } from '@/workers/koc/koc-types';
import { CopyButton } from '../copy-button';
import classes from '../koc.module.css';
import { useCallNames, useOpenGroups } from '../use-koc';
import type { FriendDraft } from './friend-dialog';
import { friendsMessages } from './friends.messages';

/** So many of each kind stand there at first. */
const FEW = 4;

type Idea = Omit<FriendDraft, 'day'>;
type IdeasCardProps = { groupId: string | undefined; onNote: (idea: Idea) => void };

/** Who could be introduced or praised now, with words to copy. */
export function IdeasCard({ groupId, onNote }: IdeasCardProps) {
  const t = useMessages(friendsMessages);
  const today = useToday();
  const ideas = useAnswer(`ideas ${groupId} ${today}`, () =>
    dataWorker().kocs.friendIdeas(groupId),
  );
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? undefined : FEW;
  const more = [ideas?.newcomers, ideas?.helpers].reduce(
    (sum, list = []) => sum + list.slice(shown ?? list.length).length,
    0,
  );
  const isNothing = ideas?.newcomers.length === 0 && ideas.helpers.length === 0;
  return (
    <Card title={t('ideas')} actions={<Why word={t('why')}>{t('ideasWhy')}</Why>}>
      <div data-testid="friend-ideas" data-ready={ideas !== undefined}>
        {isNothing && <p className={classes.quiet}>{t('ideasNone')}</p>}
        {ideas?.newcomers.slice(0, shown).map((line) => (
          <Newcomers key={line.groupId} line={line} onNote={onNote} />
        ))}
        {ideas && <Helpers helpers={ideas.helpers.slice(0, shown)} onNote={onNote} />}
        {more > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setIsAll(true)}>
            {t('ideasAll', { count: more })}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Helpers(props: { helpers: FriendIdeasAnswer['helpers']; onNote: (idea: Idea) => void }) {
  const { helpers, onNote } = props;
  const t = useMessages(friendsMessages);
  const callName = useCallNames(helpers);
  const groups = useOpenGroups();
  return helpers.map(({ memberId, groupId, name, answers, posts }) => {
    const called = callName(memberId, groupId, name);
    const deeds = [
      answers > 0 && t('deedAnswers', { count: answers }),
      posts > 0 && t('deedPosts', { count: posts }),
    ]
      .filter(Boolean)
      .join(t('deedComma'));
    const group = groups?.find(({ id }) => id === groupId)?.name ?? '';
    return (
      <div
        key={`${groupId} ${memberId}`}
        className={classes.idea}
        data-testid="friend-idea"
        data-kind="publicPraise"
        data-member-id={memberId}
      >
        <p>{t('helped', { group, name: called, deeds })}</p>
        <div className={classes.line}>
          <CopyButton
            testId="friend-idea-copy"
            text={t('praiseText', { name: called, deeds })}
            words={{ copy: t('copyPraise'), copied: t('copied'), failed: t('copyFailed') }}
          />
          <Button
            size="compact-xs"
            variant="light"
            data-testid="friend-idea-note"
            onClick={() =>
              onNote({
                kind: 'publicPraise',
                title: deeds,
                groupId,
                memberIds: [memberId],
              })
            }
          >
            {t('note1')}
          </Button>
        </div>
      </div>
    );
  });
}

type NewcomersProps = {
  line: FriendIdeasAnswer['newcomers'][number];
  onNote: (idea: Idea) => void;
};

function Newcomers({ line: { groupId, total, people }, onNote }: NewcomersProps) {
  const t = useMessages(friendsMessages);
  const callName = useCallNames(people.map(({ memberId }) => ({ memberId, groupId })));
  const group = useOpenGroups()?.find(({ id }) => id === groupId);
  const workspace = useLive(() => readDb.rows('workspace').get('workspace'), []);
  const template =
    templateInUse(group, workspace?.nicknameTemplate).template ||
    (group?.identity === 'consumer' ? CONSUMER_NICKNAME_TEMPLATE : DEFAULT_NICKNAME_TEMPLATE);
  const names = people
    .map(({ memberId, name }) => callName(memberId, groupId, name))
    .join(t('comma'));
  const who = total > people.length ? t('andMore', { names, count: total }) : names;
  return (
    <div className={classes.idea} data-testid="friend-idea" data-kind="selfIntroduction">
      <p>
        {t('newcomers', { group: group?.name ?? '', count: total })}
        <br />
        <span className={classes.quiet}>{who}</span>
      </p>
      <div className={classes.line}>
        <CopyButton
          testId="friend-idea-copy"
          text={t('introText', { names: who, template: template.replace(/[{}]/g, '') })}
          words={{ copy: t('copyInvite'), copied: t('copied'), failed: t('copyFailed') }}
        />
        <Button
          size="compact-xs"
          variant="light"
          data-testid="friend-idea-note"
          onClick={() =>
            onNote({
              kind: 'selfIntroduction',
              title: t('newcomersDefault'),
              groupId,
              memberIds: people.map(({ memberId }) => memberId),
            })
          }
        >
          {t('note1')}
        </Button>
      </div>
    </div>
  );
}
