import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import {
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { recipeFor } from '@shared/domain/plays/play-recipe';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { dataWorker, execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { startPlay } from '../plays.commands';
import { usePlayWords } from '../use-play-words';
import { StartCount } from './start-count';

const SHARES = [0.1, 0.2, 0.3, 0.5] as const;
const USUAL_SHARE = 0.2;
const USUAL_DAYS = 30;
const FEN_PER_YUAN = 100;
const PER_CENT = 100;
const SEEDS = 2 ** 31;

type StartPlayDialogProps = {
  quadrant: string;
  /** What the people are called. */
  name: string;
  rule: Rule;
  onClose: () => void;
  onStarted?: (playId: string) => void;
};

/** Whom, from when, how long, with what text, and whom to leave alone. */
export function StartPlayDialog(props: StartPlayDialogProps) {
  const { quadrant, name: peopleName, rule, onClose, onStarted } = props;
  useReturnFocus();
  const { t, format, language } = usePlayWords();
  const recipe = recipeFor(quadrant);
  const [seed] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  const [name, setName] = useState(recipe ? recipe.name[language] : peopleName);
  const [startDay, setStartDay] = useState(dayOf(Date.now(), DEFAULT_TIME_ZONE));
  const [windowDays, setWindowDays] = useState<number | string>(recipe?.windowDays ?? USUAL_DAYS);
  const [margin, setMargin] = useState<number | string>((recipe?.margin ?? 0) * PER_CENT);
  const [cost, setCost] = useState<number | string>('');
  const [hasHoldout, setHasHoldout] = useState(true);
  const [share, setShare] = useState<number>(recipe?.holdoutShare ?? USUAL_SHARE);
  const [script, setScript] = useState(recipe?.scripts[0]?.text[language] ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function start() {
    setIsBusy(true);
    try {
      const called = name.trim();
      const day = format.day(startDay);
      const done = await execute(startPlay, {
        name: called,
        quadrant,
        ...(recipe ? { recipe: recipe.key } : {}),
        memberIds: await dataWorker().people.ids(rule),
        ...(hasHoldout ? { lot: { share, seed: seed % SEEDS } } : {}),
        snapshotName: t('listName', { name: called, day }),
        holdoutName: t('holdoutName', { name: called, day }),
        startDay,
        windowDays: Number(windowDays),
        ...(cost === '' ? {} : { costFen: Math.round(Number(cost) * FEN_PER_YUAN) }),
        ...(margin === '' ? {} : { margin: Number(margin) / PER_CENT }),
        ...(script.trim() === '' ? {} : { script: script.trim() }),
      });
      onClose();
      showDone(
        t('started', {
          name: called,
          played: format.count(done.played),
          heldOut: format.count(done.heldOut),
        }),
        { undo: true },
      );
      onStarted?.(done.playId);
    } catch (error) {
      setProblem(problemText(error));
      setIsBusy(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('startTitle', { name: peopleName })} size={680}>
      <Stack gap="sm" data-testid="play-start">
        {recipe && (
          <Text size="sm" c="dimmed">
            {recipe.aim[language]}
          </Text>
        )}
        <TextInput
          label={t('name')}
          data-autofocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group grow align="flex-end">
          <DatesProvider
            settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
          >
            <DatePickerInput
              label={t('startDay')}
              valueFormat="YYYY-MM-DD"
              value={startDay}
              onChange={(day) => day && setStartDay(day)}
            />
          </DatesProvider>
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
            min={0}
            decimalScale={2}
            value={cost}
            onChange={setCost}
          />
        </Group>
        <Checkbox
          label={t('useHoldout')}
          data-testid="play-holdout"
          checked={hasHoldout}
          onChange={(event) => setHasHoldout(event.currentTarget.checked)}
        />
        {hasHoldout ? (
          <Group gap="sm">
            <Text size="sm">{t('holdoutShare')}</Text>
            <SegmentedControl
              size="xs"
              aria-label={t('holdoutShare')}
              value={String(share)}
              data={SHARES.map((value) => ({
                value: String(value),
                label: `${Math.round(value * PER_CENT)}%`,
              }))}
              onChange={(value) => setShare(Number(value))}
            />
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {t('noHoldoutHint')}
          </Text>
        )}
        <StartCount rule={rule} share={hasHoldout ? share : undefined} />
        <Textarea
          label={t('script')}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={5000}
          value={script}
          onChange={(event) => setScript(event.currentTarget.value)}
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
            data-testid="play-start-go"
            loading={isBusy}
            disabled={name.trim() === '' || windowDays === ''}
            onClick={() => void start()}
          >
            {t('start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
