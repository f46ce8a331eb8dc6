import { ActionIcon, Menu } from '@mantine/core';
import { entryLine } from '@shared/domain/library/library.rules';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import type { LibraryLine } from '@/workers/assets/asset-types';
import { archiveLibraryEntry, removeLibraryEntry } from '../library.commands';
import { libraryMessages } from '../library.messages';
import { AssetThumb } from '../thumb/asset-thumb';
import { useAsset } from '../use-assets';
import classes from './library.module.css';

function Cover({ assetId }: { assetId: string }) {
  const asset = useAsset(assetId);
  return asset ? <AssetThumb asset={asset} size={56} /> : null;
}

/** What an entry says, by what it was proved, and how often it is used. */
export function EntryFace({ line }: { line: LibraryLine }) {
  const t = useMessages(libraryMessages);
  return (
    <>
      {line.assetId !== undefined && <Cover assetId={line.assetId} />}
      <span className={classes.words}>
        <span className={classes.text}>{line.text || t('coverOnly')}</span>
        <span className={classes.facts}>
          <Chip>{t(`kind.${line.kind}`)}</Chip>
          {line.useCount > 0 ? t('used', { count: line.useCount }) : t('usedNever')}
          {line.note !== undefined && <span>{line.note}</span>}
        </span>
        {line.evidence !== undefined && (
          <span className={classes.evidence}>{t('evidence', { text: line.evidence })}</span>
        )}
      </span>
    </>
  );
}

/** One entry in the list of all, with what can be done to it. */
export function EntryLine({ line, onEdit }: { line: LibraryLine; onEdit: () => void }) {
  const t = useMessages(libraryMessages);
  const { id, text } = line;
  const isArchived = line.isArchived === true;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    showDone(t('copied'));
  };
  const run = async (work: Promise<unknown>, said: string) => {
    try {
      await work;
      showDone(said, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const archive = () =>
    run(
      execute(archiveLibraryEntry, { id, isArchived: !isArchived }),
      t(isArchived ? 'unarchivedToast' : 'archivedToast'),
    );
  return (
    <li className={classes.line} data-testid="library-entry" data-kind={line.kind}>
      <EntryFace line={line} />
      {text !== '' && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('copy')}
          onClick={() => void copy().catch(showProblem)}
        >
          <IconCopy size={16} stroke={1.75} />
        </ActionIcon>
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('more', { text: entryLine(line, 16) || t('coverOnly') })}
          >
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item
            leftSection={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
            onClick={() => void archive()}
          >
            {t(isArchived ? 'unarchive' : 'archive')}
          </Menu.Item>
          <Menu.Item
            c="var(--q-red-text)"
            leftSection={<IconTrash size={16} />}
            onClick={() => void run(execute(removeLibraryEntry, { id, text }), t('removedToast'))}
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
