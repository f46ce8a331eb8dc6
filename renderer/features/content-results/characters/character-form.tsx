import { Button, Checkbox, Modal, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { type Character, characterSchema } from '@shared/domain/content-results/character.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { AssetPicker, AssetThumb, useAsset } from '@/features/assets';
import { saveCharacter } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';
import { charactersMessages } from './characters.messages';
import classes from './characters.module.css';

type CharacterFormProps = { character: Character | undefined; onClose: () => void };

const LINES = ['catchphrases', 'topics', 'productWords'] as const;
const MOST = { catchphrases: [20, 100], topics: [30, 100], productWords: [30, 60] } as const;

const linesOf = (text: string, [most, longest]: readonly [number, number]) =>
  [...new Set(text.split('\n').map((line) => line.trim().slice(0, longest)))]
    .filter((line) => line !== '')
    .slice(0, most);

/** The card on which everybody agrees. */
export function CharacterForm({ character, onClose }: CharacterFormProps) {
  const t = useMessages(charactersMessages);
  const base = useMessages(contentResultsMessages);
  const [draft, setDraft] = useState(() => draftOf(character));
  const [isPicking, setPicking] = useState(false);
  const asset = useAsset(draft.assetId);
  const set = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });
  const name = draft.name.trim();
  const save = () => {
    const text = (value: string) => value.trim() || undefined;
    const fields = {
      name,
      tagline: text(draft.tagline),
      persona: text(draft.persona),
      voiceRules: text(draft.voiceRules),
      catchphrases: linesOf(draft.catchphrases, MOST.catchphrases),
      topics: linesOf(draft.topics, MOST.topics),
      productWords: linesOf(draft.productWords, MOST.productWords),
      episodesPerWeek: draft.episodesPerWeek,
      assetId: draft.assetId,
      isArchived: draft.isArchived || undefined,
    };
    const input = character ? { ...fields, id: character.id } : fields;
    execute(saveCharacter, input).then(onClose, showProblem);
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={character ? t('editTitle', { name: character.name }) : t('addTitle')}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('name')}
          maxLength={40}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('tagline')}
          maxLength={200}
          value={draft.tagline}
          onChange={(event) => set({ tagline: event.currentTarget.value })}
        />
        {(['persona', 'voiceRules'] as const).map((key) => (
          <Textarea
            key={key}
            label={t(key)}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={draft[key]}
            onChange={(event) => set({ [key]: event.currentTarget.value })}
          />
        ))}
        {LINES.map((key) => (
          <Textarea
            key={key}
            label={t(key)}
            description={t(key === 'productWords' ? 'anyCounts' : 'oneALine')}
            autosize
            minRows={2}
            maxRows={6}
            value={draft[key]}
            onChange={(event) => set({ [key]: event.currentTarget.value })}
          />
        ))}
        <NumberInput
          label={t('episodesPerWeek')}
          min={0}
          max={21}
          allowDecimal={false}
          value={draft.episodesPerWeek}
          onChange={(value) => set({ episodesPerWeek: Number(value) || 0 })}
        />
        <span className={classes.buttons}>
          {asset && (
            <span className={classes.picture}>
              <AssetThumb asset={asset} size={96} />
            </span>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setPicking(true)}>
            {t('choosePicture')}
          </Button>
          {draft.assetId !== undefined && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => set({ assetId: undefined })}
            >
              {t('noPicture')}
            </Button>
          )}
        </span>
        <AssetPicker
          opened={isPicking}
          isSingle
          kinds={['image']}
          onClose={() => setPicking(false)}
          onPick={([assetId]) => set({ assetId })}
        />
        <Checkbox
          label={t('isArchived')}
          checked={draft.isArchived}
          onChange={(event) => set({ isArchived: event.currentTarget.checked })}
        />
        <span className={classes.buttons}>
          <Button
            disabled={name === ''}
            title={name === '' ? t('nameMissing') : ''}
            data-testid="character-save"
            onClick={save}
          >
            {base('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {base('cancel')}
          </Button>
        </span>
      </Stack>
    </Modal>
  );
}

function draftOf(character: Character | undefined) {
  const { episodesPerWeek } = characterSchema.parse({ id: 'new', name: 'new' });
  return {
    name: character?.name ?? '',
    tagline: character?.tagline ?? '',
    persona: character?.persona ?? '',
    voiceRules: character?.voiceRules ?? '',
    catchphrases: (character?.catchphrases ?? []).join('\n'),
    topics: (character?.topics ?? []).join('\n'),
    productWords: (character?.productWords ?? []).join('\n'),
    episodesPerWeek: character?.episodesPerWeek ?? episodesPerWeek,
    assetId: character?.assetId,
    isArchived: character?.isArchived ?? false,
  };
}
