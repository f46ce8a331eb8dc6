import { Button, Checkbox, Group, Progress, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useRecordWords, ValueText } from '@/features/overwritten';
import type { PackPreview } from '@/workers/handoff/hand-off-types';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';

type PackLookProps = {
  preview: PackPreview;
  /** How far it is merged; `undefined` before. */
  share: number | undefined;
  onTake: (isAccepted: boolean) => void;
  onDrop: () => void;
};

/** Who made a pack and when, what is in it, what it would do here; then yes or no. */
export function PackLook({ preview, share, onTake, onDrop }: PackLookProps) {
  const t = useMessages(handOffMessages);
  const format = useFormat();
  const [isAccepted, setIsAccepted] = useState(false);
  const { header, signer, effect } = preview;
  const mustAccept = signer !== 'known';
  const isTaking = share !== undefined;
  return (
    <Stack gap="sm" data-testid="hand-off-preview" data-signer={signer} data-fit={effect.fit}>
      <dl className={classes.facts}>
        <dt>{t('from')}</dt>
        <dd>{header.laptop.name}</dd>
        <dt>{t('madeAt')}</dt>
        <dd>{format.dateTime(header.madeAt)}</dd>
        {header.workspaceName !== undefined && (
          <>
            <dt>{t('workspace')}</dt>
            <dd>{header.workspaceName}</dd>
          </>
        )}
        <dt>{t('kind')}</dt>
        <dd>
          {t(header.isWhole ? 'whole' : 'difference')} · {format.bytes(preview.bytes)}
        </dd>
        <dt>{t('holds')}</dt>
        <dd>
          <Amounts counts={header.counts} />
        </dd>
        <dt>{t('fingerprint')}</dt>
        <dd className={classes.key}>{preview.fingerprint}</dd>
      </dl>
      {header.isMasked && <p className={classes.notice}>{t('masked')}</p>}
      <p
        className={classes.notice}
        data-tone={signer === 'changed' ? 'bad' : signer === 'known' ? 'calm' : undefined}
        role={signer === 'changed' ? 'alert' : undefined}
      >
        {t(`signer.${signer}`, { before: preview.knownFingerprint ?? '' })}
      </p>
      {preview.isNothingNew ? (
        <p className={classes.quiet}>{t('nothingNew')}</p>
      ) : (
        <dl className={classes.facts} data-testid="hand-off-effect">
          <dt>{t('willCreate')}</dt>
          <dd>
            <Amounts counts={effect.created} />
          </dd>
          <dt>{t('willChange')}</dt>
          <dd>
            <Amounts counts={effect.changed} />
          </dd>
          <dt>{t('willRemove')}</dt>
          <dd>
            <Amounts counts={effect.gone} />
          </dd>
        </dl>
      )}
      {effect.lost > 0 && <LostValues preview={preview} />}
      {effect.fit === 'begin' && <p className={classes.quiet}>{t('beginsHere')}</p>}
      <p className={classes.quiet}>{t('noUndo')}</p>
      {mustAccept && (
        <Checkbox
          label={t('accept')}
          data-testid="hand-off-accept"
          checked={isAccepted}
          disabled={isTaking}
          onChange={(event) => setIsAccepted(event.currentTarget.checked)}
        />
      )}
      {isTaking && (
        <div role="status">
          <p className={classes.quiet}>{t('taking')}</p>
          <Progress size="sm" mt={4} value={share * 100} color="teal" aria-label={t('taking')} />
        </div>
      )}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          onClick={() => (isTaking ? void dataWorker().handOff.stop() : onDrop())}
        >
          {t('cancel')}
        </Button>
        <Button
          data-testid="hand-off-take"
          loading={isTaking}
          disabled={mustAccept && !isAccepted}
          onClick={() => onTake(isAccepted)}
        >
          {t('take')}
        </Button>
      </Group>
    </Stack>
  );
}

function Amounts({ counts }: { counts: Readonly<Record<string, number>> }) {
  const t = useMessages(handOffMessages);
  const format = useFormat();
  const { entityName } = useRecordWords();
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (entries.length === 0) return <>{t('nothing')}</>;
  return (
    <>
      {entries
        .map(([entity, n]) => t('amount', { what: entityName(entity), n: format.count(n) }))
        .join(t('listGap'))}
    </>
  );
}

function LostValues({ preview }: { preview: PackPreview }) {
  const t = useMessages(handOffMessages);
  const format = useFormat();
  const { entityName, fieldName } = useRecordWords();
  const { lost, effect } = preview;
  return (
    <div className={classes.notice} data-testid="hand-off-lost" data-count={effect.lost}>
      <strong>{t('lostTitle', { count: effect.lost, n: format.count(effect.lost) })}</strong>
      <ul className={classes.lost}>
        {lost.map(({ entity, entityId, field, value, writtenAt }) => (
          <li key={`${entity}.${entityId}.${field}.${writtenAt}`}>
            {entityName(entity)} · {fieldName(field)}:{' '}
            <ValueText entity={entity} field={field} value={value} />
          </li>
        ))}
      </ul>
      {effect.lost > lost.length && (
        <p className={classes.quiet}>
          {t('lostMore', { n: format.count(effect.lost - lost.length) })}
        </p>
      )}
      <p className={classes.quiet}>{t('lostHint')}</p>
    </div>
  );
}
