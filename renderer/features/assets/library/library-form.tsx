import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import {
  LIBRARY_KINDS,
  type LibraryEntry,
  type LibraryKind,
} from '@shared/domain/library/library-entry.schema';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { SidePanel } from '@/ui/side-panel';
import { addLibraryEntry, editLibraryEntry } from '../library.commands';
import { libraryMessages } from '../library.messages';
import { AssetPicker } from '../picker/asset-picker';
import { AssetThumb } from '../thumb/asset-thumb';
import { useAsset } from '../use-assets';
import classes from './library.module.css';

type LibraryFormProps = {
  /** Absent for a new entry. */
  entry?: LibraryEntry | undefined;
  startKind: LibraryKind;
  onClose: () => void;
};

/** An entry to write, beside the list. */
export function LibraryForm({ entry, startKind, onClose }: LibraryFormProps) {
  const t = useMessages(libraryMessages);
  const [kind, setKind] = useState<LibraryKind>(entry?.kind ?? startKind);
  const [text, setText] = useState(entry?.text ?? '');
  const [note, setNote] = useState(entry?.note ?? '');
  const [assetId, setAssetId] = useState(entry?.assetId);
  const [isPicking, setPicking] = useState(false);
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const cover = useAsset(assetId);
  const isCover = kind === 'cover';
  const isWhole = isCover ? assetId !== undefined : text.trim() !== '';

  const save = async () => {
    setTried(true);
    if (!isWhole) return;
    const picture = isCover ? assetId : undefined;
    try {
      if (entry) {
        await execute(editLibraryEntry, {
          id: entry.id,
          kind,
          text,
          note: note.trim() || null,
          assetId: picture ?? null,
        });
        showDone(t('editedToast'), { undo: true });
      } else {
        const { isKnown } = await execute(addLibraryEntry, {
          kind,
          text,
          ...(note.trim() !== '' && { note: note.trim() }),
          ...(picture !== undefined && { assetId: picture }),
        });
        showDone(t(isKnown ? 'knownToast' : 'addedToast'), { undo: !isKnown });
      }
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <SidePanel
      testId="library-form"
      label={t(entry ? 'editTitle' : 'addTitle')}
      closeLabel={t('close')}
      title={t(entry ? 'editTitle' : 'addTitle')}
      onClose={onClose}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={LIBRARY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(LIBRARY_KINDS.find((it) => it === value) ?? kind)}
        />
        {isCover && (
          <div className={classes.cover}>
            {cover && <AssetThumb asset={cover} size={120} />}
            <Button variant="default" size="xs" onClick={() => setPicking(true)}>
              {t('coverChoose')}
            </Button>
            {assetId !== undefined && (
              <Button variant="subtle" size="xs" onClick={() => setAssetId(undefined)}>
                {t('coverRemove')}
              </Button>
            )}
            {isTried && !isWhole && <p className={classes.problem}>{t('coverMissing')}</p>}
          </div>
        )}
        <Textarea
          data-autofocus
          label={t('text')}
          description={t('textHint')}
          autosize
          minRows={isCover ? 2 : 4}
          maxRows={16}
          maxLength={20_000}
          value={text}
          error={isTried && !isCover && !isWhole && t('textMissing')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          label={t('note')}
          placeholder={t('notePlaceholder')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" data-testid="library-save">
            {t('save')}
          </Button>
        </Group>
      </form>
      <AssetPicker
        opened={isPicking}
        kinds={['image']}
        isSingle
        onClose={() => setPicking(false)}
        onPick={([id]) => id !== undefined && setAssetId(id)}
      />
    </SidePanel>
  );
}
