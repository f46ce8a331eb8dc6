import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import { FRIEND_ACTION_KINDS, type FriendAction } from '@shared/domain/group-life/group-day.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { addFriendAction, editFriendAction } from '../friend-actions.commands';
import classes from '../koc.module.css';
import { useOpenGroups } from '../use-koc';
import { friendsMessages } from './friends.messages';
import { PeoplePicker } from './people-picker';

/** An action as it is begun (from an idea, or empty) or as it is stored (then with its id). */
export type FriendDraft = Pick<FriendAction, 'day' | 'kind'> & Partial<FriendAction>;

type FriendDialogProps = { draft: FriendDraft; onClose: () => void };

/** What, where, when, and with whom. */
export function FriendDialog({ draft, onClose }: FriendDialogProps) {
  useReturnFocus();
  const t = useMessages(friendsMessages);
  const language = useLanguage();
  const groups = useOpenGroups();
  const [groupId, setGroupId] = useState(draft.groupId);
  const [day, setDay] = useState<string | null>(draft.day);
  const [kind, setKind] = useState(draft.kind);
  const [title, setTitle] = useState(draft.title ?? '');
  const [memberIds, setMemberIds] = useState(draft.memberIds ?? []);
  const [participants, setParticipants] = useState<string | number>(draft.participants ?? '');
  const [note, setNote] = useState(draft.note ?? '');
  const [problem, setProblem] = useState<string>();

  async function save(event: FormEvent) {
    event.preventDefault();
    const count = participants === '' ? undefined : Number(participants);
    if (groupId === undefined) return setProblem(t('groupMissing'));
    if (day === null) return setProblem(t('dayMissing'));
    if (title.trim() === '') return setProblem(t('titleMissing'));
    if (count !== undefined && !(Number.isInteger(count) && count >= memberIds.length)) {
      return setProblem(t('participantsWrong'));
    }
    const fields = {
      groupId,
      day,
      kind,
      title,
      memberIds,
      ...(count !== undefined && { participants: count }),
      ...(note.trim() && { note: note.trim() }),
    };
    try {
      if (draft.id === undefined) await execute(addFriendAction, fields);
      else await execute(editFriendAction, { ...fields, id: draft.id });
      onClose();
      showDone(t('saved', { title: title.trim() }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(draft.id === undefined ? 'addTitle' : 'editTitle')}
      size={600}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={(event) => void save(event)} data-testid="friend-dialog">
        <Stack gap="sm">
          <Group grow align="flex-start">
            <Select
              label={t('group')}
              data-testid="friend-group"
              searchable
              allowDeselect={false}
              limit={100}
              data={(groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={groupId ?? null}
              onChange={(id) => setGroupId(id ?? undefined)}
            />
            <DatesProvider
              settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
            >
              <DateInput
                label={t('day')}
                data-testid="friend-day"
                valueFormat="YYYY-MM-DD"
                value={day}
                onChange={setDay}
              />
            </DatesProvider>
          </Group>
          <Select
            label={t('kind')}
            data-testid="friend-kind"
            allowDeselect={false}
            data={FRIEND_ACTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(FRIEND_ACTION_KINDS.find((it) => it === value) ?? 'other')}
          />
          <TextInput
            label={t('titleField')}
            placeholder={t('titleHint')}
            data-testid="friend-title"
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <PeoplePicker groupId={groupId} chosen={memberIds} onChange={setMemberIds} />
          <NumberInput
            hideControls
            label={t('participants')}
            placeholder={t('participantsHint')}
            data-testid="friend-participants"
            w={220}
            min={0}
            allowDecimal={false}
            value={participants}
            onChange={setParticipants}
          />
          <Textarea
            label={t('note')}
            autosize
            minRows={2}
            maxRows={4}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {problem !== undefined && (
            <div role="alert" className={classes.problem} data-testid="friend-problem">
              {problem}
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="friend-save">
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
