import { Modal, SegmentedControl, TextInput } from '@mantine/core';
import type { LibraryEntry, LibraryKind } from '@shared/domain/library/library-entry.schema';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { libraryMessages } from '../library.messages';
import { EntryFace } from './entry-line';
import classes from './library.module.css';
import { useLibrary } from './use-library';

/** More are found by typing. */
const MOST_SHOWN = 100;

type LibraryPickerProps = {
  opened: boolean;
  /** Kinds to choose from; the first is shown first. */
  kinds: readonly [LibraryKind, ...LibraryKind[]];
  onClose: () => void;
  onPick: (entry: LibraryEntry) => void;
};

/** One text of the library, to be put to use somewhere. */
export function LibraryPicker(props: LibraryPickerProps) {
  const t = useMessages(libraryMessages);
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('pickTitle')} size="lg">
      <Choice {...props} />
    </Modal>
  );
}

function Choice({ kinds, onClose, onPick }: LibraryPickerProps) {
  const t = useMessages(libraryMessages);
  const [kind, setKind] = useState<LibraryKind>(kinds[0]);
  const [text, setText] = useState('');
  const list = useLibrary({ kind, text, isArchived: false });
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          data-autofocus
          size="xs"
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={15} stroke={1.75} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {kinds.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('kind')}
            data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(kinds.find((it) => it === value) ?? kind)}
          />
        )}
      </div>
      <div className={classes.picks}>
        {list?.lines.slice(0, MOST_SHOWN).map((line) => (
          <button
            key={line.id}
            type="button"
            className={classes.pick}
            data-testid="library-pick"
            onClick={() => {
              onPick(line);
              onClose();
            }}
          >
            <EntryFace line={line} />
          </button>
        ))}
        {list?.lines.length === 0 && <p className={classes.facts}>{t('pickNothing')}</p>}
      </div>
    </>
  );
}
