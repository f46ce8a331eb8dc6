import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFolderOpen, IconUpload } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { takeFiles } from '../session/file-queue';
import type { ImportSession } from '../session/import-session';
import { chooseMessages } from './choose.messages';
import classes from './choose-step.module.css';
import { chosenFiles } from './dropped-files';
import { KindChooser } from './kind-chooser';
import { useFileDrop } from './use-file-drop';

const SHEETS = '.xlsx,.xls,.xlsb,.xlsm,.ods,.csv,.tsv,.txt';

type Props = {
  session: ImportSession;
  isBusy: boolean;
  /** Beside the folder button: other ways in. */
  otherWays?: ReactNode;
};

/** What the rows are, and the files: dropped or chosen. Once there is one it shrinks to a line. */
export function ChooseStep({ session, isBusy, otherWays }: Props) {
  const t = useMessages(chooseMessages);
  const inputId = useId();
  const folder = useRef<HTMLInputElement>(null);
  const drop = useFileDrop((files) => {
    if (!isBusy) void takeFiles(files);
  });
  const file = session.step === 'choose' ? undefined : session.file;
  const isSmall = file !== undefined;
  const take = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const files = chosenFiles(currentTarget.files);
    // The same file may be chosen again after it was mended.
    currentTarget.value = '';
    void takeFiles(files);
  };
  const folderButton = (
    <Button
      variant="default"
      data-testid="import-folder"
      leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden />}
      disabled={isBusy}
      onClick={() => folder.current?.click()}
    >
      {t('chooseFolder')}
    </Button>
  );
  return (
    <section
      className={classes.card}
      data-small={isSmall}
      data-over={drop.isOver}
      data-testid="import-drop"
      {...drop.handlers}
    >
      <KindChooser chosen={session.kind} isSmall={isSmall} isDisabled={isBusy} />
      <input
        id={inputId}
        className={classes.input}
        data-testid="import-file"
        type="file"
        multiple
        accept={SHEETS}
        disabled={isBusy}
        onChange={take}
      />
      <input
        ref={folder}
        className={classes.input}
        data-testid="import-folder-input"
        type="file"
        tabIndex={-1}
        aria-hidden
        disabled={isBusy}
        onChange={take}
        {...{ webkitdirectory: '' }}
      />
      <label htmlFor={inputId} className={classes.drop}>
        {file ? (
          <>
            <IconFileSpreadsheet size={18} stroke={1.75} aria-hidden />
            <b className={classes.fileName} title={file.name}>
              {file.name}
            </b>
            <span className={classes.button}>{t('chooseOther')}</span>
          </>
        ) : (
          <>
            <IconUpload size={28} stroke={1.5} aria-hidden />
            <b>{t('drop')}</b>
            <span>{t('dropHint')}</span>
            <span className={classes.button}>{t('choose')}</span>
          </>
        )}
      </label>
      {!isSmall && (
        <div className={classes.others}>
          {folderButton}
          {otherWays}
        </div>
      )}
    </section>
  );
}
