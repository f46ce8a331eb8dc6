import { Button, Group as Row, Select, Textarea } from '@mantine/core';
import {
  CONTENT_STATUSES,
  type ContentItem,
  type ContentStatus,
} from '@shared/domain/calendar/content.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { StatusIcon, setItemStatus } from '@/features/content-items';
import { approvalMessages } from './approval.messages';
import classes from './panel.module.css';
import { usePanel } from './panel-context';

/** What can be done next with an item of a status. */
const NEXT: Record<ContentStatus, readonly ('review' | 'ready' | 'draft' | 'sent')[]> = {
  draft: ['review', 'ready'],
  review: ['ready', 'draft'],
  ready: ['sent', 'draft'],
  sent: [],
  measured: [],
};

/** From draft over review to ready, with who and when; sent by hand only after a sentence. */
export function ApprovalSection({ item }: { item: ContentItem }) {
  const t = useMessages(approvalMessages);
  const words = useMessages(wordsMessages);
  const { save } = usePanel();
  const [asked, setAsked] = useState<'draft' | 'sent' | undefined>();

  const set = async (status: ContentStatus, why?: string) => {
    save();
    setAsked(undefined);
    try {
      const { keptCount } = await execute(setItemStatus, { ids: [item.id], status, why });
      if (keptCount > 0) showDone(t('sendsKept'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const choose = (status: ContentStatus) => {
    const isSentBack = status === 'draft' && item.status === 'review';
    if (status === 'sent' && item.status !== 'measured') setAsked('sent');
    else if (isSentBack) setAsked('draft');
    else void set(status);
  };
  return (
    <>
      <Row gap="sm" align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={t('status')}
          allowDeselect={false}
          leftSection={<StatusIcon status={item.status} />}
          value={item.status}
          data={CONTENT_STATUSES.map((value) => ({
            value,
            label: words(`contentStatus.${value}`),
          }))}
          onChange={(status) => status && status !== item.status && choose(status)}
        />
        {NEXT[item.status].map((status, index) => (
          <Button
            key={status}
            variant={index === 0 ? 'light' : 'default'}
            onClick={() => choose(status)}
          >
            {t(`to.${status}`)}
          </Button>
        ))}
      </Row>
      <History item={item} />
      {asked === 'sent' && (
        <div className={classes.remark} data-tone="calm">
          <div>
            {t('sentByHand')}
            <Row gap="xs" mt={6}>
              <Button size="compact-sm" onClick={() => void set('sent')}>
                {t('to.sent')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setAsked(undefined)}>
                {t('leave')}
              </Button>
            </Row>
          </div>
        </div>
      )}
      {asked === 'draft' && (
        <SendBack onSend={(why) => void set('draft', why)} onLeave={() => setAsked(undefined)} />
      )}
    </>
  );
}

function History({ item }: { item: ContentItem }) {
  const t = useMessages(approvalMessages);
  const format = useFormat();
  const { approvedAt, approvedBy, sentAt, sentBackWhy, carriedFrom } = item;
  const words = useMessages(wordsMessages);
  const lines = [
    sentBackWhy !== undefined && t('sentBack', { why: sentBackWhy }),
    approvedAt !== undefined &&
      (approvedBy === undefined
        ? t('approvedAt', { time: format.dateTime(approvedAt) })
        : t('approvedBy', { who: approvedBy, time: format.dateTime(approvedAt) })),
    sentAt !== undefined && t('sentAt', { time: format.dateTime(sentAt) }),
    carriedFrom !== undefined &&
      t('carriedFrom', {
        day: format.dayWithWeekday(carriedFrom.date),
        slot: words(`slot.${carriedFrom.slot}`),
      }),
  ].filter((line) => line !== false);
  return lines.map((line) => (
    <p key={line} className={`${classes.quiet} ${classes.said}`}>
      {line}
    </p>
  ));
}

const LONGEST_WHY = 500;

function SendBack({ onSend, onLeave }: { onSend: (why: string) => void; onLeave: () => void }) {
  const t = useMessages(approvalMessages);
  const [why, setWhy] = useState('');
  const isTooLong = why.trim().length > LONGEST_WHY;
  return (
    <div>
      <Textarea
        label={t('why')}
        autoFocus
        autosize
        minRows={2}
        maxRows={6}
        value={why}
        error={isTooLong && t('whyTooLong', { n: why.trim().length })}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Row gap="xs" mt={8}>
        <Button
          size="compact-sm"
          disabled={why.trim() === '' || isTooLong}
          onClick={() => onSend(why)}
        >
          {t('to.draft')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Row>
    </div>
  );
}
