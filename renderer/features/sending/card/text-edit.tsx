import { Button, Group as Row } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { CheckedText, useItemOverrides } from '@/features/compliance';
import { sendMessages } from '../send.messages';

type TextEditProps = {
  item: ContentItem;
  /** Answers whether it was written. */
  onSave: (text: string) => Promise<boolean>;
  onClose: () => void;
};

/** The text that all groups share, checked as one types. */
export function TextEdit({ item, onSave, onClose }: TextEditProps) {
  const t = useMessages(sendMessages);
  const [typed, setTyped] = useState(item.text ?? '');
  const overrides = useItemOverrides(item);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('textarea')?.focus(), []);
  const save = async () => {
    if (typed === (item.text ?? '') || (await onSave(typed))) onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the fields inside
    <div
      ref={frame}
      data-testid="send-text-edit"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
        if (event.key === 'Escape') onClose();
      }}
    >
      <CheckedText
        label={t('textForAll')}
        isLabelHidden
        description={t('textHint')}
        minRows={5}
        maxRows={14}
        value={typed}
        onChange={setTyped}
        {...overrides}
      />
      <Row justify="flex-end" gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button size="xs" data-testid="send-text-save" onClick={() => void save()}>
          {t('save')}
        </Button>
      </Row>
    </div>
  );
}
