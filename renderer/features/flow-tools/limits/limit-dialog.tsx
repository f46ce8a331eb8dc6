import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { LIMIT_KEYS } from '@shared/domain/limits/limit-use.schema';
import type { PlatformLimit } from '@shared/domain/limits/platform-limits';
import { parseCount } from '@shared/domain/sop/sop-count.rules';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { savePlatformLimits } from '../limits.commands';
import { limitsMessages } from './limits.messages';
import { usePlatformLimits } from './use-limits';

type LimitDialogProps = { limit: PlatformLimit; today: string; onClose: () => void };

/** The figure that holds for one's own account, and where it comes from. */
export function LimitDialog({ limit, today, onClose }: LimitDialogProps) {
  useReturnFocus();
  const t = useMessages(limitsMessages);
  const limits = usePlatformLimits();
  const [text, setText] = useState(String(limit.perDay));
  const [source, setSource] = useState(limit.source ?? '');
  const [problem, setProblem] = useState<string>();
  const save = async (own: PlatformLimit | undefined) => {
    if (!limits) return;
    const others = LIMIT_KEYS.map((key) => limits[key]).filter((it) => it.key !== limit.key);
    const kept = [...others.filter((it) => it.isOwn), ...(own ? [own] : [])];
    try {
      await execute(savePlatformLimits, {
        limits: kept.map(({ key, perDay, asOf, source: from }) => ({
          key,
          perDay,
          asOf,
          ...(from ? { source: from } : {}),
        })),
      });
      onClose();
      showDone(t('saved'), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = parseCount(text);
    if (input.kind !== 'count' || input.count === 0 || input.count > 1_000_000) {
      setProblem(t('invalid'));
      return;
    }
    void save({ ...limit, perDay: input.count, asOf: today, source, isOwn: true });
  };
  return (
    <Modal opened onClose={onClose} title={t(`edit.${limit.key}`)} size={420}>
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('editText')}</Text>
          <TextInput
            label={t('perDay')}
            data-testid="limit-per-day"
            data-autofocus
            inputMode="numeric"
            value={text}
            error={problem}
            onChange={(event) => {
              setProblem(undefined);
              setText(event.currentTarget.value);
            }}
          />
          <TextInput
            label={t('sourceLabel')}
            placeholder={t('sourceHint')}
            maxLength={300}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            {limit.isOwn && (
              <Button variant="subtle" onClick={() => void save(undefined)}>
                {t('backToDefault')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="limit-save">
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
