import { Button, Group, Textarea } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import type { RelayState } from './use-relay';

/** What a relay looks like, for those who have none at hand. */
const SAMPLE = `#接龙
周五水果团
例 苹果2份 12-301
A 红富士苹果 5斤 39.9元
B 皇冠梨 6斤 29.9元

1. 小美 苹果+2 12-301
2. 阿强🌿 梨x1 3-2-502
3. 李姐（王秀兰） A1 B2 13900001111
4. 大鹏 各一份 放门卫
5. 静静 取消`;

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
        placeholder={SAMPLE}
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
      {relays && relays.length > 1 && (
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
        <Button variant="subtle" disabled={text !== ''} onClick={() => setText(SAMPLE)}>
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
