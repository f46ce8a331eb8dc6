import { Button } from '@mantine/core';
import {
  bareTemplate,
  type NicknameFault,
  VIOLATOR_TEXT,
  violatorMessage,
} from '@shared/domain/group-life/roster/nickname-template.rules';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import { addNicknameRegions, markNicknameTold } from '../nicknames.commands';
import { nicknamesMessages } from './nicknames.messages';
import classes from './nicknames.module.css';
import { useExample, type Violator } from './use-nicknames';

const MOST_LISTED = 30;

type ViolatorListProps = {
  violators: readonly Violator[];
  template: string;
  groupName: string;
  /** The newest list, on which it is noted who was told. */
  listId: string | undefined;
};

/** Who has to change their nickname, why, and what to say to them. */
export function ViolatorList({ violators, template, groupName, listId }: ViolatorListProps) {
  const t = useMessages(nicknamesMessages);
  const format = useFormat();
  const language = useLanguageKey();
  const exampleOf = useExample();
  const [listed, setListed] = useState(MOST_LISTED);
  const [copied, setCopied] = useState<string>();
  const example = exampleOf(template);
  const bare = bareTemplate(template);
  const forAll = violatorMessage(VIOLATOR_TEXT[language], {
    nicknames: violators.map(({ nickname }) => nickname),
    template,
    example,
    group: groupName,
  });
  const copy = (key: string, text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(key),
      () => showDone(t('copyFailed')),
    );
  const run = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      showDone(said, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const mark = (memberIds: string[]) =>
    run(
      () => execute(markNicknameTold, { listId: listId ?? '', memberIds }),
      t('marked', { count: format.count(memberIds.length) }),
    );
  const untold = violators.filter(({ isTold }) => !isTold).map(({ memberId }) => memberId);
  return (
    <>
      <details className={classes.message}>
        <summary>{t('message')}</summary>
        <p>{forAll}</p>
      </details>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconCopy size={14} />}
          data-testid="nickname-copy-all"
          onClick={() => void copy('all', forAll)}
        >
          {copied === 'all' ? t('copied') : t('copyAll')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          data-testid="nickname-mark-all"
          disabled={listId === undefined || untold.length === 0}
          title={listId === undefined ? t('needsList') : undefined}
          onClick={() => void mark(untold)}
        >
          {t('markAll')}
        </Button>
      </div>
      <ul className={classes.violators}>
        {violators.slice(0, listed).map((violator) => {
          const { memberId, nickname, name, faults, toldTimes, isTold } = violator;
          const [first] = faults;
          const told = { name: nickname, template: bare, example };
          return (
            <li key={memberId} data-testid="nickname-violator" data-member-id={memberId}>
              <span className={classes.who}>
                <b>{nickname}</b> {nickname !== name && <small>{name}</small>}
                {isTold && <Chip tone="teal">{t('told')}</Chip>}{' '}
                {toldTimes > 1 && <small>{t('toldTimes', { count: toldTimes })}</small>}
                <small className={classes.faults}>
                  <Faults faults={faults} />
                </small>
              </span>
              {first?.kind === 'unknownRegion' && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() =>
                    void run(
                      () => execute(addNicknameRegions, { regions: [first.value] }),
                      t('regionTaken', { value: first.value }),
                    )
                  }
                >
                  {t('takeRegion', { value: first.value })}
                </Button>
              )}
              <Button
                size="compact-xs"
                variant="subtle"
                data-testid="nickname-copy"
                onClick={() => void copy(memberId, t('personal', told))}
              >
                {copied === memberId ? t('copied') : t('copyOne')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                data-testid="nickname-mark"
                disabled={listId === undefined || isTold}
                onClick={() => void mark([memberId])}
              >
                {t('mark')}
              </Button>
            </li>
          );
        })}
      </ul>
      {violators.length > listed && (
        <Button size="compact-xs" variant="subtle" onClick={() => setListed(listed + MOST_LISTED)}>
          {t('more', { count: format.count(violators.length - listed) })}
        </Button>
      )}
    </>
  );
}

function Faults({ faults }: { faults: readonly NicknameFault[] }) {
  const t = useMessages(nicknamesMessages);
  return <>{faults.map(({ kind, ...data }) => t(`fault.${kind}`, data)).join(' · ')}</>;
}
