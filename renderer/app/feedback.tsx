import { Button, Group, Text } from '@mantine/core';
import { notifications, notificationsStore, useNotifications } from '@mantine/notifications';
import { describeError } from '@shared/contracts/error-text';
import { ExpectedError } from '@shared/lib/errors';
import { onWritten, redoLast, undoLast } from '@/db/client';
import { reportError } from '@/platform/log';
import { feedbackMessages } from './feedback.messages';
import { currentLanguage } from './i18n/i18n';
import { translator } from './i18n/messages';

const DONE_MS = 6000;

/**
 * Says that something was done, after it is durable. `undo` puts a button beside it that takes back
 * the newest change; it leaves with the next change, which it would take back instead.
 */
export function showDone(text: string, options: { undo?: boolean; stays?: boolean } = {}): void {
  const t = translator(feedbackMessages);
  const id = crypto.randomUUID();
  notifications.show({
    id,
    'data-testid': 'toast',
    'data-undo': options.undo === true,
    color: 'teal',
    autoClose: options.stays ? false : DONE_MS,
    role: 'status',
    closeButtonProps: { 'aria-label': t('close') },
    message: options.undo ? <UndoableText id={id} text={text} undo={t('undo')} /> : text,
  });
}

function hideToasts(kind: 'data-undo' | 'data-problem'): void {
  for (const { id, ...toast } of notificationsStore.getState().notifications) {
    if (id !== undefined && toast[kind] === true) notifications.hide(id);
  }
}

onWritten(() => hideToasts('data-undo'));

/** What went wrong on one page is no news on the next. */
export const leaveProblemsBehind = (): void => hideToasts('data-problem');

/** True while a toast offers to undo; the top bar's button then lends it the handle `undo`. */
export function useIsUndoInToast(): boolean {
  return useNotifications(notificationsStore).notifications.some((toast) => toast['data-undo']);
}

function UndoableText({ id, text, undo }: { id: string; text: string; undo: string }) {
  const isShown = useNotifications(notificationsStore).notifications.some((it) => it.id === id);
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{text}</Text>
      <Button
        {...(isShown ? { 'data-testid': 'undo' } : {})}
        size="compact-sm"
        variant="light"
        flex="none"
        onClick={() => {
          notifications.hide(id);
          void undoAndSay();
        }}
      >
        {undo}
      </Button>
    </Group>
  );
}

const AFTER_RELOAD = 'qunduo.afterReload';

/** The window is about to load anew (after a restore): the sentence is said when it is back. */
export function sayAfterReload(text: string): void {
  sessionStorage.setItem(AFTER_RELOAD, text);
}

/** Says what the window before the reload left to say; it stays until it is closed. */
export function sayWhatWasLeft(): void {
  const text = sessionStorage.getItem(AFTER_RELOAD);
  if (text === null) return;
  sessionStorage.removeItem(AFTER_RELOAD);
  showDone(text, { stays: true });
}

/** Words for an expected error; anything else is a bug: it goes to the sink and is said in general. */
export function problemText(error: unknown): string {
  if (error instanceof ExpectedError) {
    return describeError(error.code, error.data, currentLanguage());
  }
  reportError('error', error);
  return translator(feedbackMessages)('bug');
}

export function showProblem(error: unknown): void {
  const t = translator(feedbackMessages);
  notifications.show({
    'data-testid': 'toast',
    'data-problem': true,
    color: 'red',
    autoClose: false,
    role: 'alert',
    title: t('problem'),
    closeButtonProps: { 'aria-label': t('close') },
    message: problemText(error),
  });
}

/** Takes back the newest change and says which. */
export async function undoAndSay(): Promise<void> {
  await say(undoLast, 'undone', 'nothingToUndo');
}

export async function redoAndSay(): Promise<void> {
  await say(redoLast, 'redone', 'nothingToRedo');
}

async function say(
  step: typeof undoLast,
  done: 'undone' | 'redone',
  nothing: 'nothingToUndo' | 'nothingToRedo',
): Promise<void> {
  const t = translator(feedbackMessages);
  try {
    const result = await step();
    const label = result?.label[currentLanguage() === 'en' ? 'en' : 'zh'];
    showDone(label === undefined ? t(nothing) : t(done, { label }));
  } catch (error) {
    showProblem(error);
  }
}
