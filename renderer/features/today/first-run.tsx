import { Loader } from '@mantine/core';
import { IconArchive, IconFileImport, IconFlask } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import classes from './first-run.module.css';
import { importSample } from './sample';
import { todayMessages } from './today.messages';

/** Where to begin on an empty console; a card in the page, so that the navigation stays free. */
export function FirstRun() {
  const t = useMessages(todayMessages);
  return (
    <section className={classes.card} data-testid="first-run" aria-label={t('welcome')}>
      <h2>{t('welcome')}</h2>
      <p>{t('welcomeText')}</p>
      <div className={classes.choices}>
        <Choice
          to="/import"
          icon={<IconFileImport size={24} stroke={1.5} />}
          name={t('choiceImport')}
          text={t('choiceImportText')}
          isPrimary
        />
        <SampleChoice />
        <Choice
          to="/settings/backups"
          icon={<IconArchive size={24} stroke={1.5} />}
          name={t('choiceBackup')}
          text={t('choiceBackupText')}
        />
      </div>
    </section>
  );
}

function SampleChoice() {
  const t = useMessages(todayMessages);
  const [isBusy, setIsBusy] = useState(false);

  async function trySample(): Promise<void> {
    setIsBusy(true);
    try {
      await importSample();
      showDone(t('sampleDone'));
    } catch (error) {
      showProblem(error);
      setIsBusy(false);
    }
  }

  return (
    <button
      type="button"
      className={classes.choice}
      data-testid="try-sample"
      aria-busy={isBusy}
      disabled={isBusy}
      onClick={() => void trySample()}
    >
      {isBusy ? <Loader size={22} /> : <IconFlask size={24} stroke={1.5} />}
      <b>{t(isBusy ? 'sampleLoading' : 'choiceSample')}</b>
      <span>{t('choiceSampleText')}</span>
    </button>
  );
}

type ChoiceProps = { to: string; icon: ReactNode; name: string; text: string; isPrimary?: boolean };

function Choice({ to, icon, name, text, isPrimary = false }: ChoiceProps) {
  return (
    <Link href={to} className={classes.choice} data-primary={isPrimary}>
      {icon}
      <b>{name}</b>
      <span>{text}</span>
    </Link>
  );
}
