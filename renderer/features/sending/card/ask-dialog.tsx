import { Button, Modal, Group as Row, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { Asking, SendDesk } from '../desk/use-send-desk';
import { sendMessages } from '../send.messages';
import { useProblemWords } from './use-problem-words';

/** A reason before something is sent against advice, or not sent at all. */
export function AskDialog({ desk }: { desk: SendDesk }) {
  const { asking, setAsking } = desk;
  const t = useMessages(sendMessages);
  return (
    <Modal
      opened={asking !== undefined}
      onClose={() => setAsking(undefined)}
      title={asking && t(asking.kind === 'anyway' ? 'anywayTitle' : 'skipTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
      returnFocus={false}
      // The next key is for the list again, at once.
      transitionProps={{ duration: 0 }}
      centered
    >
      {asking && <AskForm key={JSON.stringify(asking.sends)} desk={desk} asking={asking} />}
    </Modal>
  );
}

function AskForm({ desk, asking }: { desk: SendDesk; asking: Asking }) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const wordsOf = useProblemWords();
  const [reason, setReason] = useState('');
  const isAnyway = asking.kind === 'anyway';
  const run = () => {
    if (reason.trim() === '') return;
    void (isAnyway ? desk.markAnyway(reason.trim()) : desk.skip(reason.trim()));
  };
  return (
    <Stack gap="sm" data-testid="send-ask">
      {isAnyway ? (
        asking.problems.map((problem) => <Text key={problem.kind}>{wordsOf(problem)}</Text>)
      ) : (
        <Text size="sm">
          {asking.itemCount === 1
            ? t('skipText', { title: asking.title, n: format.count(asking.sends.length) })
            : t('skipMany', {
                n: format.count(asking.itemCount),
                sends: format.count(asking.sends.length),
              })}
        </Text>
      )}
      <Textarea
        data-autofocus
        data-testid="send-reason"
        label={t(isAnyway ? 'anywayReason' : 'skipReason')}
        description={t('anywayHint')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          run();
        }}
      />
      <Row justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => desk.setAsking(undefined)}>
          {t('cancel')}
        </Button>
        <Button data-testid="send-reason-do" disabled={reason.trim() === ''} onClick={run}>
          {t(isAnyway ? 'anywayDo' : 'skipDo')}
        </Button>
      </Row>
    </Stack>
  );
}
