import { Button } from '@mantine/core';
import type { OverwrittenValue } from '@shared/domain/sync/overwritten.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { letOverwrittenBe, takeOverwritten } from './overwritten.commands';
import { overwrittenMessages } from './overwritten.messages';
import classes from './overwritten.module.css';
import { readRecord, readRecordName } from './overwritten.queries';
import { recordWordsMessages } from './record-words.messages';
import { readStamp } from './stamp.rules';
import { useRecordWords } from './use-record-words';
import { ValueText } from './value-text';

/** Who writes on a device, as the team calls them. */
export type NameOfDevice = (deviceId: string) => string | undefined;

type OverwrittenCardProps = { lost: OverwrittenValue; nameOf: NameOfDevice };

/** One field: what stands now, what lost, who wrote either and when, and what to do. */
export function OverwrittenCard({ lost, nameOf }: OverwrittenCardProps) {
  const t = useMessages(overwrittenMessages);
  const format = useFormat();
  const words = useRecordWords();
  const unnamed = useMessages(recordWordsMessages);
  const { id, entity, entityId, field, value, writtenAt, lostTo, settledAt } = lost;
  const now = useLive(() => readRecord(entity, entityId), [entity, entityId]);
  const known = useLive(
    async () => (await readRecordName(entity, entityId)) ?? null,
    [entity, entityId],
  );
  const name = known ?? unnamed('unnamed', { entity: '', id: entityId.slice(0, 8) }).trim();

  function whoWhen(stamp: string): string {
    const read = readStamp(stamp);
    if (!read) return t('someone');
    const who = nameOf(read.deviceId) ?? t('someone');
    return t('wrote', { who, time: format.relativeTime(read.at) });
  }

  async function take(): Promise<void> {
    try {
      const label = `${name} · ${words.fieldName(field)}`.slice(0, 200);
      await execute(takeOverwritten, { id, label });
      showDone(t('taken'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  async function keep(): Promise<void> {
    try {
      await execute(letOverwrittenBe, { ids: [id] });
      showDone(t('kept', { count: 1, n: 1 }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <article
      className={classes.card}
      data-testid="overwritten-row"
      data-field={`${entity}.${field}`}
      data-settled={settledAt !== undefined}
    >
      <h3 className={classes.head}>
        <b>{name}</b>{' '}
        <span>
          {words.entityName(entity)} · {words.fieldName(field)}
        </span>
      </h3>
      <div className={classes.value} data-testid="overwritten-here">
        <small>{t('here')}</small>
        <p>{now && <ValueText entity={entity} field={field} value={now[field]} />}</p>
        <small>{now === null ? t('gone') : whoWhen(lostTo)}</small>
      </div>
      <div className={classes.value} data-testid="overwritten-other">
        <small>{t('other')}</small>
        <p>
          <ValueText entity={entity} field={field} value={value} />
        </p>
        <small>{whoWhen(writtenAt)}</small>
      </div>
      <div className={classes.acts}>
        <Button
          size="compact-sm"
          variant="light"
          data-testid="overwritten-take"
          disabled={!now}
          onClick={() => void take()}
        >
          {t('take')}
        </Button>
        {settledAt === undefined ? (
          <Button
            size="compact-sm"
            variant="subtle"
            data-testid="overwritten-keep"
            onClick={() => void keep()}
          >
            {t('keep')}
          </Button>
        ) : (
          <p className={classes.quiet}>
            {t('settledAt', { time: format.relativeTime(settledAt) })}
          </p>
        )}
      </div>
    </article>
  );
}
