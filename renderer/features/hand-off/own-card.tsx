import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { isMasked } from '@shared/sync/pack/knowledge';
import { fingerprintOf } from '@shared/sync/pack/pack-file';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import type { PacksPlace } from '@/db/packs/packs-place';
import { Card } from '@/ui/card';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';
import type { OwnKey } from './use-packs';

/** Name and key of this laptop, and the way out. */
export function OwnCard({ packs, ownKey }: { packs: PacksPlace; ownKey: OwnKey }) {
  const t = useMessages(handOffMessages);
  const [name, setName] = useState(packs.name);
  const [isEnding, setIsEnding] = useState(false);

  async function rename(): Promise<void> {
    try {
      await dataWorker().handOff.begin(name);
      showDone(t('renamed'));
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <Card title={t('ownTitle')}>
      <Stack gap="sm">
        {isMasked(packs.knowledge) && <p className={classes.notice}>{t('isMasked')}</p>}
        <Group align="flex-end" gap="xs">
          <TextInput
            flex={1}
            label={t('name')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={name.trim() === '' || name.trim() === packs.name}
            onClick={() => void rename()}
          >
            {t('rename')}
          </Button>
        </Group>
        <dl className={classes.facts}>
          <dt>{t('ownFingerprint')}</dt>
          <dd className={classes.key} data-testid="hand-off-fingerprint">
            {fingerprintOf(ownKey.publicKey)}
          </dd>
        </dl>
        <p className={classes.quiet}>{t('ownHint')}</p>
        {ownKey.protection === 'file' && <p className={classes.quiet}>{t('keyInFile')}</p>}
        <Group justify="flex-end">
          <Button variant="subtle" color="red" onClick={() => setIsEnding(true)}>
            {t('end')}
          </Button>
        </Group>
      </Stack>
      {isEnding && <EndDialog onClose={() => setIsEnding(false)} />}
    </Card>
  );
}

function EndDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(handOffMessages);

  async function end(): Promise<void> {
    try {
      await dataWorker().handOff.end();
      showDone(t('ended'));
    } catch (error) {
      showProblem(error);
    }
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('endTitle')}>
      <p>{t('endText')}</p>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" data-testid="hand-off-end-confirm" onClick={() => void end()}>
          {t('endConfirm')}
        </Button>
      </Group>
    </Modal>
  );
}
