import { Button, Group as Row } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconCopy } from '@tabler/icons-react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { CheckedText, useItemOverrides } from '@/features/compliance';
import { itemMessages } from '../item.messages';
import { LONGEST } from './item-draft';
import { usePanel } from './panel-context';

/** What is sent to the group, word for word, checked as one writes. */
export function TextSection({ item }: { item: ContentItem }) {
  const t = useMessages(itemMessages);
  const { draft, type, save } = usePanel();
  const overrides = useItemOverrides(item);
  const copyText = async () => {
    await navigator.clipboard.writeText(draft.text);
    showDone(t('textCopied'));
  };
  return (
    <>
      <CheckedText
        label={t('text')}
        isLabelHidden
        description={t('textHint')}
        value={draft.text}
        error={
          draft.text.length > LONGEST.text &&
          t('longer', { most: LONGEST.text, n: draft.text.length })
        }
        onChange={(text) => type({ text })}
        onBlur={save}
        {...overrides}
      />
      <Row justify="flex-end">
        <Button
          variant="light"
          size="compact-sm"
          disabled={draft.text.trim() === ''}
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => void copyText()}
        >
          {t('copyText')}
        </Button>
      </Row>
    </>
  );
}
