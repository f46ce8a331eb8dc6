import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Group, SegmentedControl, Select, Stack } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, dayOf, startOfDay } from '@shared/lib/time';
import { PACK_EXTENSION } from '@shared/sync/pack/pack-extension';
import { proxy } from 'comlink';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import type { PacksPlace } from '@/db/packs/packs-place';
import { bridge } from '@/platform/bridge';
import { Card } from '@/ui/card';
import type { MadePack, PackFor } from '@/workers/handoff/hand-off-types';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';
import { PassphraseFields, usePassphrase } from './passphrase-fields';
import type { OwnKey } from './use-packs';

const WHOLE = 'whole';
const SINCE = 'since';
const WEEK_DAYS = 7;

/** What another laptop lacks, as a file. */
export function MakeCard({ packs, ownKey }: { packs: PacksPlace; ownKey: OwnKey }) {
  const t = useMessages(handOffMessages);
  const format = useFormat();
  const language = useLanguage();
  const secret = usePassphrase();
  const [chosen, setTo] = useState<string>();
  const newest = [...packs.laptops].sort((a, b) => b.heardAt - a.heardAt)[0];
  const to = chosen ?? newest?.id ?? WHOLE;
  const [day, setDay] = useState(() => addDays(dayOf(Date.now(), DEFAULT_TIME_ZONE), -WEEK_DAYS));
  const [edition, setEdition] = useState('full');
  const [problem, setProblem] = useState<string>();
  const [records, setRecords] = useState<number>();

  function wanted(): PackFor {
    if (to === WHOLE) return { kind: 'whole' };
    if (to === SINCE) return { kind: 'since', ms: startOfDay(day, DEFAULT_TIME_ZONE) };
    return { kind: 'laptop', id: to };
  }

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    setProblem(undefined);
    if (!secret.check()) return;
    setRecords(0);
    try {
      const { passphrase } = secret;
      const ask = {
        to: wanted(),
        isMasked: edition === 'masked',
        ...(passphrase && { passphrase }),
      };
      const sign = proxy((digest: Uint8Array) => bridge.signPack(new Uint8Array(digest)));
      const told = proxy((done: number) => setRecords(done));
      const pack = await dataWorker().handOff.make(ask, ownKey.publicKey, sign, told);
      await save(pack);
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setRecords(undefined);
    }
  }

  async function save(pack: MadePack): Promise<void> {
    const name = t('fileName', { name: packs.name, day: dayOf(Date.now(), DEFAULT_TIME_ZONE) });
    const size = format.bytes(pack.bytes.byteLength);
    const saved = await bridge.saveFile(`${name}.${PACK_EXTENSION}`, pack.bytes);
    if (saved.saved) showDone(t('made', { file: saved.name ?? name, size, what: whatIn(pack) }));
  }

  function whatIn({ isWhole, counts, gone }: MadePack): string {
    if (isWhole) return t('madeWhole');
    const n = Object.values(counts).reduce((a, b) => a + b, gone);
    return n === 0 ? t('madeNothing') : t('madeChanges', { count: n, n: format.count(n) });
  }

  const isBusy = records !== undefined;
  return (
    <Card title={t('makeTitle')}>
      <form noValidate onSubmit={(event) => void make(event)}>
        <Stack gap="sm">
          <Select
            allowDeselect={false}
            label={t('to')}
            data-testid="hand-off-to"
            value={to}
            disabled={isBusy}
            onChange={(next) => setTo(next ?? undefined)}
            data={[
              ...packs.laptops.map(({ id, name, heardAt }) => ({
                value: id,
                label: t('toLaptop', { name, time: format.relativeTime(heardAt) }),
              })),
              { value: WHOLE, label: t('toWhole') },
              { value: SINCE, label: t('toSince') },
            ]}
          />
          {to === SINCE && (
            <DatesProvider
              settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
            >
              <DateInput
                valueFormat="YYYY-MM-DD"
                label={t('sinceDay')}
                description={t('sinceHint')}
                value={day}
                required
                disabled={isBusy}
                onChange={(next) => {
                  if (next) setDay(next);
                }}
              />
            </DatesProvider>
          )}
          <div>
            <SegmentedControl
              aria-label={t('edition')}
              data-testid="hand-off-edition"
              value={edition}
              disabled={isBusy}
              onChange={setEdition}
              data={[
                { value: 'full', label: t('full') },
                { value: 'masked', label: t('maskedEdition') },
              ]}
            />
          </div>
          {edition === 'masked' && <p className={classes.quiet}>{t('maskedHint')}</p>}
          <PassphraseFields secret={secret} isDisabled={isBusy} />
          {problem !== undefined && (
            <p role="alert" className={classes.problem}>
              {problem}
            </p>
          )}
          {isBusy && (
            <p role="status" className={classes.quiet}>
              {records > 0 ? t('makingN', { n: format.count(records) }) : t('making')}
            </p>
          )}
          <Group justify="flex-end" gap="xs">
            {isBusy && (
              <Button variant="default" onClick={() => void dataWorker().handOff.stop()}>
                {t('cancel')}
              </Button>
            )}
            <Button type="submit" data-testid="hand-off-make" loading={isBusy}>
              {t('make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
