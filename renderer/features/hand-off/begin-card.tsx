import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { backUpBefore } from '@/db/backup-schedule';
import { dataWorker } from '@/db/client';
import { Card } from '@/ui/card';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';
import { SampleNotice, useHasSample } from './sample-notice';
import { useLaptopName } from './use-laptop-name';

/** What is here becomes what all others begin with. */
export function BeginCard() {
  const t = useMessages(handOffMessages);
  const hasSample = useHasSample();
  const [name, setName] = useLaptopName();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault();
    setProblem(undefined);
    setIsBusy(true);
    try {
      await dataWorker().handOff.begin(name);
      // After it: a copy that knows of it goes on stamping when it comes back.
      await backUpBefore('restore');
      showDone(t('begun'));
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Card title={t('beginTitle')}>
      <form noValidate onSubmit={(event) => void begin(event)}>
        <Stack gap="sm">
          <p className={classes.quiet}>{t('beginText')}</p>
          {hasSample && <SampleNotice />}
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            placeholder={t('namePlaceholder')}
            data-testid="hand-off-name"
            maxLength={60}
            value={name}
            error={problem}
            disabled={isBusy}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button
              type="submit"
              data-testid="hand-off-begin"
              loading={isBusy}
              disabled={hasSample !== false}
            >
              {t('begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
