import { Button, Menu } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { LibraryEntry } from '@shared/domain/library/library-entry.schema';
import { IconBookmarkPlus, IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { editItem } from '@/features/content-items';
import { addLibraryEntry } from '../library.commands';
import { libraryMessages } from '../library.messages';
import classes from './library.module.css';
import { LibraryPicker } from './library-picker';

const LONGEST = { title: 200, text: 20_000 } as const;

type Taking = {
  said: 'takenTitle' | 'takenCover' | 'takenText';
  change: { title?: string; text?: string; assetIds?: string[] };
};

/** What taking an entry changes in an item: a title its title, a cover its files, the rest its text. */
function takingOf(entry: LibraryEntry, item: ContentItem): Taking {
  if (entry.kind === 'title') {
    return { said: 'takenTitle', change: { title: entry.text.slice(0, LONGEST.title) } };
  }
  if (entry.kind === 'cover') {
    const before = item.assetIds ?? [];
    const assetIds = entry.assetId === undefined ? before : [entry.assetId, ...before];
    return { said: 'takenCover', change: { assetIds: [...new Set(assetIds)] } };
  }
  const text = [item.text?.trimEnd(), entry.text].filter(Boolean).join('\n');
  return { said: 'takenText', change: { text: text.slice(0, LONGEST.text) } };
}

/** Section of an item: takes words from the library, and keeps good ones there. */
export function ItemLibrary({ item }: { item: ContentItem }) {
  const t = useMessages(libraryMessages);
  const [isPicking, setPicking] = useState(false);
  const text = item.text?.trim() ?? '';
  const take = async (entry: LibraryEntry) => {
    const { said, change } = takingOf(entry, item);
    try {
      await execute(editItem, { id: item.id, ...change });
      showDone(t(said), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const keep = async (kind: 'title' | 'text', words: string) => {
    const { columnId } = item;
    try {
      const { isKnown } = await execute(addLibraryEntry, {
        kind,
        text: words,
        ...(columnId !== undefined && { columnId }),
      });
      showDone(t(isKnown ? 'knownToast' : 'addedToast'), { undo: !isKnown });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.tools}>
      <Button
        size="compact-sm"
        variant="light"
        data-testid="item-library-take"
        leftSection={<IconQuote size={14} aria-hidden />}
        onClick={() => setPicking(true)}
      >
        {t('take')}
      </Button>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconBookmarkPlus size={14} aria-hidden />}
          >
            {t('keep')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void keep('title', item.title)}>{t('keepTitle')}</Menu.Item>
          <Menu.Item disabled={text === ''} onClick={() => void keep('text', text)}>
            {t('keepText')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LibraryPicker
        opened={isPicking}
        kinds={['title', 'callToAction', 'greeting', 'text', 'cover']}
        onClose={() => setPicking(false)}
        onPick={(entry) => void take(entry)}
      />
    </div>
  );
}
