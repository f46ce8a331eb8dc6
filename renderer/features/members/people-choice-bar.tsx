import { Button, CloseButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCamera, IconCircleDashed, IconUsersGroup } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import {
  clearPeopleChoice,
  openSegmentDraft,
  type PeopleChoice,
  RuleSentence,
  SnapshotDialog,
} from '@/features/segments';
import { membersMessages } from './members.messages';
import classes from './people-choice-bar.module.css';

/** Says whose list this is, when another page chose the people; the cross shows everybody again. */
export function PeopleChoiceBar({ choice }: { choice: PeopleChoice }) {
  const t = useMessages(membersMessages);
  const [isTaking, taking] = useDisclosure(false);
  const { title, rule, segmentId } = choice;
  const isSaved = segmentId !== undefined;
  return (
    <div className={classes.bar} data-testid="people-choice">
      <IconUsersGroup size={16} stroke={1.75} aria-hidden />
      <strong className={classes.title}>{title}</strong>
      <span className={classes.sentence}>
        <RuleSentence rule={rule} />
      </span>
      {!isSaved && (
        <Button
          size="compact-xs"
          variant="light"
          data-testid="people-save-segment"
          leftSection={<IconCircleDashed size={14} stroke={1.75} />}
          onClick={() => openSegmentDraft({ name: title.slice(0, 100), rule })}
        >
          {t('choiceSegment')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="light"
        data-testid="people-save-snapshot"
        leftSection={<IconCamera size={14} stroke={1.75} />}
        onClick={taking.open}
      >
        {t('choiceSnapshot')}
      </Button>
      <CloseButton
        size="sm"
        aria-label={t('choiceClear')}
        data-testid="people-choice-clear"
        onClick={clearPeopleChoice}
      />
      {isTaking && (
        <SnapshotDialog from={{ kind: 'rule', rule, title, segmentId }} onClose={taking.close} />
      )}
    </div>
  );
}
