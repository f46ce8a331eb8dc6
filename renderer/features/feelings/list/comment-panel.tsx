import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import {
  COMMENT_TOPICS,
  type CommentTopic,
  FEELINGS,
} from '@shared/domain/feelings/comment.schema';
import { IconTrash } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { SidePanel } from '@/ui/side-panel';
import type { CommentLine } from '@/workers/feelings/comment-types';
import { removeComment } from '../feelings.commands';
import { feelingsMessages } from '../feelings.messages';
import classes from './comment-panel.module.css';
import { strengthKey } from './feeling-chip';
import { MarkedText } from './marked-text';
import { SpeakerField } from './speaker-field';
import { useCorrection, useCorrectionKeys } from './use-correction';

const STRENGTHS = [0, 1, 2, 3] as const;

/** One comment: what was read in it and why, put right by mouse or key. */
export function CommentPanel({ comment, onClose }: { comment: CommentLine; onClose: () => void }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const correct = useCorrection(comment.id);
  useCorrectionKeys(correct);
  const { reading, feeling, intensity, topic, memberName, speaker } = comment;

  async function remove(): Promise<void> {
    try {
      await execute(removeComment, { id: comment.id });
      onClose();
      showDone(t('removed'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <SidePanel
      testId="comment-panel"
      label={t('panelLabel')}
      closeLabel={t('close')}
      title={memberName ?? speaker ?? t('nobody')}
      onClose={onClose}
    >
      <div className={classes.body}>
        <p className={classes.at}>{format.dateTime(comment.at)}</p>
        <p className={classes.said}>
          <MarkedText text={comment.text} words={reading.words} />
        </p>
        <h3>{t('correctTitle')}</h3>
        <SegmentedControl
          fullWidth
          data-testid="comment-feeling"
          aria-label={t('columnFeeling')}
          value={feeling}
          onChange={(value) => void correct({ feeling: value as typeof feeling })}
          data={FEELINGS.map((value) => ({ value, label: t(`feeling.${value}`) }))}
        />
        <SegmentedControl
          fullWidth
          data-testid="comment-intensity"
          aria-label={t('columnIntensity')}
          value={String(intensity)}
          onChange={(value) => void correct({ intensity: Number(value) })}
          data={STRENGTHS.map((value) => ({ value: String(value), label: t(strengthKey(value)) }))}
        />
        <Select
          data-testid="comment-topic"
          aria-label={t('columnTopic')}
          allowDeselect={false}
          value={topic}
          onChange={(value) => value && void correct({ topic: value as CommentTopic })}
          data={COMMENT_TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
        />
        <p className={classes.hint}>{t('correctHint')}</p>
        <Reasons comment={comment} />
        <h3>{t('who')}</h3>
        <SpeakerField comment={comment} />
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} stroke={1.75} />}
            onClick={() => void remove()}
          >
            {t('remove')}
          </Button>
        </Group>
      </div>
    </SidePanel>
  );
}

/** Why the model reads it so: its score, what it asked for, the words. */
function Reasons({ comment: { reading, text } }: { comment: CommentLine }) {
  const t = useMessages(feelingsMessages);
  const { line, needed, score, isByHand, words } = reading;
  const said = [...new Set(words.map(({ start, end }) => text.slice(start, end)))];
  return (
    <>
      <h3>{t('decided')}</h3>
      <p className={classes.hint} data-testid="comment-reasons">
        {said.length > 0 ? said.join(' · ') : t('decidedNone')}
      </p>
      <p className={classes.hint}>
        {isByHand ? t('byHand') : t(`line.${line}`)}
        {!isByHand && line !== 'polite' && (
          <>
            {' · '}
            {t('score', { score: score.toFixed(2) })} · {t('needed', { needed: needed.toFixed(2) })}
          </>
        )}
      </p>
    </>
  );
}
