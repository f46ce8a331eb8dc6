import { Button } from '@mantine/core';
import type { Character } from '@shared/domain/content-results/character.schema';
import { addDays, weekStart } from '@shared/lib/time';
import { IconMoodSmile, IconPencil, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker, execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { AssetThumb, useAsset } from '@/features/assets';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { EmptyState } from '@/ui/empty-state';
import { removeCharacter } from '../content-results.commands';
import type { Results } from '../use-results';
import { CharacterForm } from './character-form';
import { charactersMessages } from './characters.messages';
import classes from './characters.module.css';
import { printCharacter } from './print-character';
import { Scorecard } from './scorecard';

/** The characters who carry content: what was agreed of each, and how it does. */
export function CharactersView({ results, today }: { results: Results; today: string }) {
  const t = useMessages(charactersMessages);
  const [form, setForm] = useState<{ character: Character | undefined }>();
  const characters = useLive(() => readDb.rows('characters').all(), []);
  const monday = weekStart(today);
  const weekItems = useLive(
    () => readDb.rows('contentItems').between('date', monday, addDays(monday, 6)),
    [monday],
  );
  const words = Object.fromEntries(
    (characters ?? []).flatMap(({ id, productWords }) =>
      productWords.length > 0 ? [[id, productWords]] : [],
    ),
  );
  const hasWords = Object.keys(words).length > 0;
  const { from, to } = results.span;
  const sales = useAnswer(hasWords ? JSON.stringify([from, to, words]) : undefined, () =>
    dataWorker().content.sales({ from, to, words }),
  );
  if (!characters || !weekItems) return null;
  const sorted = [...characters].sort(
    (a, b) =>
      Number(a.isArchived ?? false) - Number(b.isArchived ?? false) || (a.id < b.id ? -1 : 1),
  );
  const add = (
    <Button
      className={classes.add}
      data-testid="character-add"
      leftSection={<IconPlus size={16} stroke={1.75} />}
      onClick={() => setForm({ character: undefined })}
    >
      {t('add')}
    </Button>
  );
  return (
    <div className={classes.stack}>
      {sorted.length === 0 ? (
        <EmptyState
          icon={IconMoodSmile}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={add}
        />
      ) : (
        add
      )}
      {sorted.map((character) => (
        <CharacterCard
          key={character.id}
          character={character}
          onEdit={() => setForm({ character })}
          score={
            <Scorecard
              character={character}
              entries={results.entries}
              weekItems={weekItems}
              sales={sales?.[character.id]}
            />
          }
        />
      ))}
      {form && <CharacterForm character={form.character} onClose={() => setForm(undefined)} />}
    </div>
  );
}

type CharacterCardProps = {
  character: Character;
  onEdit: () => void;
  score: ReactNode;
};

function CharacterCard({ character, onEdit, score }: CharacterCardProps) {
  const t = useMessages(charactersMessages);
  const asset = useAsset(character.assetId);
  const { id, name, tagline, persona, voiceRules, catchphrases, topics, productWords } = character;
  const facts = [
    { key: 'persona' as const, text: persona },
    { key: 'voiceRules' as const, text: voiceRules },
    { key: 'catchphrases' as const, text: catchphrases.join('\n') },
    { key: 'topics' as const, text: topics.join('\n') },
    { key: 'productWords' as const, text: productWords.join('\n') },
  ].filter(({ text }) => text !== undefined && text !== '');
  const remove = () =>
    execute(removeCharacter, { id, name }).then(
      () => showDone(t('removed', { name }), { undo: true }),
      showProblem,
    );
  return (
    <Card
      title={
        <>
          {name} {tagline && <span className={classes.quiet}>{tagline}</span>}{' '}
          {character.isArchived && <Chip>{t('archived')}</Chip>}
        </>
      }
      actions={
        <span className={classes.buttons}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={14} stroke={1.75} />}
            onClick={onEdit}
          >
            {t('edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPrinter size={14} stroke={1.75} />}
            onClick={() => void printCharacter(character)}
          >
            {t('print')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} stroke={1.75} />}
            onClick={() => void remove()}
          >
            {t('remove')}
          </Button>
        </span>
      }
    >
      <div
        className={classes.card}
        data-testid="character-card"
        data-character-id={id}
        data-pictured={Boolean(asset)}
      >
        {asset && (
          <div className={classes.picture}>
            <AssetThumb asset={asset} size={96} />
          </div>
        )}
        <dl className={classes.facts}>
          {facts.map(({ key, text }) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {score}
      </div>
    </Card>
  );
}
