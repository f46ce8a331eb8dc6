import { Textarea } from '@mantine/core';
import { isRewordedSinceApproval } from '@shared/domain/calendar/approval.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconPencilExclamation } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { itemMessages } from '../item.messages';
import { LONGEST } from './item-draft';
import classes from './panel.module.css';
import { usePanel } from './panel-context';

/** The title, whole however long it is. */
export function TitleSection({ item }: { item: ContentItem }) {
  const t = useMessages(itemMessages);
  const format = useFormat();
  const { draft, type, save, isWriting } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isWriting) field.current?.focus();
  }, [isWriting]);
  const length = draft.title.trim().length;
  const error =
    length === 0
      ? t('titleEmpty')
      : length > LONGEST.title && t('longer', { most: LONGEST.title, n: length });
  return (
    <>
      <Textarea
        ref={field}
        label={t('titleField')}
        autosize
        minRows={1}
        maxRows={8}
        value={draft.title}
        error={error}
        onChange={(event) => type({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
        onBlur={save}
      />
      {isRewordedSinceApproval(item) && (
        <p className={classes.remark}>
          <IconPencilExclamation size={16} aria-hidden />
          {t('reworded', { time: format.dateTime(item.rewordedAt ?? 0) })}
        </p>
      )}
    </>
  );
}
