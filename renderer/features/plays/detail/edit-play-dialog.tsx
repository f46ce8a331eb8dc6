import { Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Play } from '@shared/domain/plays/play.schema';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { editPlay } from '../plays.commands';
import { usePlayWords } from '../use-play-words';

const FEN_PER_YUAN = 100;
const PER_CENT = 100;

/** What one learns while a play runs: its cost, its margin, how long to watch. */
export function EditPlayDialog({ play, onClose }: { play: Play; onClose: () => void }) {
  useReturnFocus();
  const { t } = usePlayWords();
  const [name, setName] = useState(play.name);
  const [windowDays, setWindowDays] = useState<number | string>(play.windowDays);
  const [margin, setMargin] = useState<number | string>(
    play.margin === undefined ? '' : play.margin * PER_CENT,
  );
  const [cost, setCost] = useState<number | string>(
    play.costFen === undefined ? '' : play.costFen / FEN_PER_YUAN,
  );
  const [note, setNote] = useState(play.note ?? '');
  const [problem, setProblem] = useState<string>();

  async function save() {
    try {
      await execute(editPlay, {
        playId: play.id,
        name: name.trim(),
        windowDays: Number(windowDays),
        ...(cost === '' ? {} : { costFen: Math.round(Number(cost) * FEN_PER_YUAN) }),
        ...(margin === '' ? {} : { margin: Number(margin) / PER_CENT }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      onClose();
      showDone(t('wasEdited'), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('editTitle')} size={480}>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          data-autofocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group grow>
          <NumberInput
            hideControls
            label={t('windowDays')}
            min={1}
            max={365}
            value={windowDays}
            onChange={setWindowDays}
          />
          <NumberInput
            hideControls
            label={t('margin')}
            min={0}
            max={100}
            suffix="%"
            value={margin}
            onChange={setMargin}
          />
          <NumberInput
            hideControls
            label={t('cost')}
            data-testid="play-cost"
            min={0}
            decimalScale={2}
            value={cost}
            onChange={setCost}
          />
        </Group>
        <Textarea
          label={t('note')}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={6}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {problem !== undefined && (
          <Text size="sm" c="red" role="alert">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="play-save"
            disabled={name.trim() === '' || windowDays === ''}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
