import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import type { LexiconWord } from '@shared/domain/compliance/lexicon-word.schema';
import { wordKey } from '@shared/domain/compliance/taking-words.rules';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { removeWord } from '../compliance.commands';
import { checkPageMessages } from './check-page.messages';
import classes from './check-page.module.css';
import { ImportWordsDialog } from './import-words-dialog';
import { WordDialog } from './word-dialog';

/** More than these are found by searching. */
const SHOWN = 100;
const SEARCHED_FROM = 8;
const TONES = { high: 'red', medium: 'yellow', low: 'plain' } as const;

type OpenDialog = 'import' | 'new' | LexiconWord;

/** The words that the team looks for itself, and those that it lets through. */
export function OwnWordsCard({ words }: { words: readonly LexiconWord[] }) {
  const t = useMessages(checkPageMessages);
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [dialog, setDialog] = useState<OpenDialog>();
  const key = wordKey(search);
  const found = words
    .filter((word) => key === '' || wordKey(word.text).includes(key))
    .sort((a, b) => a.text.localeCompare(b.text, 'zh-CN'));
  const close = () => setDialog(undefined);
  return (
    <Card
      title={t('wordsTitle')}
      actions={
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            data-testid="word-import"
            onClick={() => setDialog('import')}
          >
            {t('import')}
          </Button>
          <Button size="compact-sm" data-testid="word-add" onClick={() => setDialog('new')}>
            {t('add')}
          </Button>
        </Group>
      }
    >
      <p className={classes.quiet}>{t('wordsText')}</p>
      {words.length >= SEARCHED_FROM && (
        <TextInput
          size="xs"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {found.length === 0 ? (
        <p className={classes.quiet}>{words.length === 0 ? t('noWords') : t('noMatch')}</p>
      ) : (
        <ul className={classes.words}>
          {found.slice(0, SHOWN).map((word) => (
            <WordRow key={word.id} word={word} onEdit={() => setDialog(word)} />
          ))}
        </ul>
      )}
      {found.length > SHOWN && (
        <p className={classes.quiet}>
          {t('shown', { n: SHOWN, total: format.count(found.length) })}
        </p>
      )}
      {dialog === 'import' && <ImportWordsDialog words={words} onClose={close} />}
      {dialog !== undefined && dialog !== 'import' && (
        <WordDialog word={dialog === 'new' ? undefined : dialog} onClose={close} />
      )}
    </Card>
  );
}

function WordRow({ word, onEdit }: { word: LexiconWord; onEdit: () => void }) {
  const t = useMessages(checkPageMessages);
  const words = useMessages(wordsMessages);
  const { id, text, kind, risk, reason } = word;
  const remove = async () => {
    try {
      await execute(removeWord, { id, text });
      showDone(t('removed', { text }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <li className={classes.word} data-testid="own-word" data-kind={kind}>
      <span className={classes.wordText} title={text}>
        {text}
      </span>
      {reason !== undefined && (
        <span className={classes.reason} title={reason}>
          {reason}
        </span>
      )}
      {kind === 'find' ? (
        <Chip tone={TONES[risk]}>{words(`riskLevel.${risk}`)}</Chip>
      ) : (
        <Chip tone="green">{t('kind_allow')}</Chip>
      )}
      <ActionIcon variant="subtle" size="sm" aria-label={t('edit', { text })} onClick={onEdit}>
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="sm"
        color="gray"
        aria-label={t('remove', { text })}
        onClick={() => void remove()}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
