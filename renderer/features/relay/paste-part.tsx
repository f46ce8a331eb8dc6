import { Button, Group, Textarea } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import type { RelayState } from './use-relay';

/** The box for the text; several lists in one paste are told apart. */
export function PastePart({ state }: { state: RelayState }) {
  const t = useMessages(relayMessages);
  const { text, setText, relays, read, take, isBusy } = state;
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <h3>{t('pasteTitle')}</h3>
      <p>{t('pasteText')}</p>
      <Textarea
        data-testid="relay-text"
        data-autofocus
        aria-label={t('pasteLabel')}
        placeholder={t('sampleText')}
        autosize
        minRows={12}
        maxRows={18}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {relays?.length === 0 && (
        <p role="alert" className={classes.problem}>
          {t('nothing')}
        </p>
      )}
      {relays && relays.length > 0 && !isBusy && (
        <fieldset className={classes.which}>
          <legend>{t('which')}</legend>
          {relays.map((relay) => (
            <Button key={relay.title} variant="default" onClick={() => void take(relay)}>
              {relay.title} · {t('found', { n: relay.entries.length })}
            </Button>
          ))}
        </fieldset>
      )}
      <Group justify="space-between">
        <Button variant="subtle" disabled={text !== ''} onClick={() => setText(t('sampleText'))}>
          {t('sample')}
        </Button>
        <Button
          type="submit"
          data-testid="relay-read"
          loading={isBusy}
          disabled={text.trim() === ''}
        >
          {t('read')}
        </Button>
      </Group>
    </form>
  );
}
