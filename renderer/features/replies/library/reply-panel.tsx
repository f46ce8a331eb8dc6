import { Button, Group } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconCopy, IconPencil } from '@tabler/icons-react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Chip } from '@/ui/chip';
import { SidePanel } from '@/ui/side-panel';
import type { ReplyLine } from '@/workers/replies/reply-types';
import { AnswerText } from '../copy/answer-text';
import { archiveReply } from '../replies.commands';
import { repliesMessages } from '../replies.messages';
import classes from './library.module.css';
import { ReplyFigures } from './reply-figures';

type ReplyPanelProps = {
  line: ReplyLine;
  onCopy: () => void;
  onEdit: () => void;
  onClose: () => void;
};

/** One entry beside the list: the whole answer, how else it is asked, what it did. */
export function ReplyPanel({ line, onCopy, onEdit, onClose }: ReplyPanelProps) {
  const t = useMessages(repliesMessages);
  const format = useFormat();
  const { id, keyword, synonyms, answer, category, changedAt, changedBy } = line;
  const isArchived = line.isArchived === true;
  const when = format.relativeTime(changedAt);
  const archive = async () => {
    try {
      await execute(archiveReply, { id, keyword, isArchived: !isArchived });
      showDone(t(isArchived ? 'unarchived' : 'archived', { keyword }), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <SidePanel
      testId="reply-panel"
      label={keyword}
      closeLabel={t('close')}
      title={
        <>
          {keyword} {category && <Chip tone="teal">{category}</Chip>}
        </>
      }
      onClose={onClose}
    >
      <div className={classes.panel}>
        <div className={classes.whole}>
          <AnswerText text={answer} />
        </div>
        <Group gap={8}>
          {!isArchived && (
            <Button
              data-testid="reply-panel-copy"
              leftSection={<IconCopy size={16} stroke={1.75} />}
              onClick={onCopy}
            >
              {t('copy')}
            </Button>
          )}
          <Button
            variant="default"
            data-testid="reply-edit"
            leftSection={<IconPencil size={16} stroke={1.75} />}
            onClick={onEdit}
          >
            {t('edit')}
          </Button>
          <Button
            variant="default"
            data-testid="reply-archive"
            leftSection={
              isArchived ? (
                <IconArchiveOff size={16} stroke={1.75} />
              ) : (
                <IconArchive size={16} stroke={1.75} />
              )
            }
            onClick={() => void archive()}
          >
            {t(isArchived ? 'unarchive' : 'archive')}
          </Button>
        </Group>
        {synonyms.length > 0 && (
          <section>
            <h3>{t('synonyms')}</h3>
            <div className={classes.chips}>
              {synonyms.map((word) => (
                <Chip key={word}>{word}</Chip>
              ))}
            </div>
          </section>
        )}
        <ReplyFigures replyId={id} />
        <p className={classes.quiet}>
          {changedBy === undefined
            ? t('changedAt', { when })
            : t('changedBy', { who: changedBy, when })}
        </p>
      </div>
    </SidePanel>
  );
}
