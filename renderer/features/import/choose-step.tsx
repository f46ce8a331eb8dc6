import { IconFileSpreadsheet, IconReceipt, IconUpload, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useMessages } from '@/app/i18n/messages';
import classes from './choose-step.module.css';
import { importMessages } from './import.messages';
import { chooseKind, type ImportSession, openFile } from './session';
import { useFileDrop } from './use-file-drop';

/** What the rows are, and the file: dropped or chosen. Once there is one it shrinks to a line. */
export function ChooseStep({ session }: { session: ImportSession }) {
  const t = useMessages(importMessages);
  const inputId = useId();
  const drop = useFileDrop((file) => void openFile(file));
  const file = session.step === 'choose' ? undefined : session.file;
  const isBusy = session.step === 'writing';
  const kind = (value: 'members' | 'orders', icon: ReactNode, label: string, hint: string) => (
    <button
      type="button"
      className={classes.kind}
      data-testid={`import-kind-${value}`}
      data-chosen={session.kind === value}
      aria-pressed={session.kind === value}
      disabled={isBusy}
      onClick={() => void chooseKind(value)}
    >
      {icon}
      <b>{label}</b>
      <span>{hint}</span>
    </button>
  );
  return (
    <section className={classes.card} data-small={file !== undefined}>
      <div className={classes.kinds}>
        {kind('members', <IconUsers size={20} />, t('kindMembers'), t('kindMembersHint'))}
        {kind('orders', <IconReceipt size={20} />, t('kindOrders'), t('kindOrdersHint'))}
      </div>
      <input
        id={inputId}
        className={classes.input}
        data-testid="import-file"
        type="file"
        accept=".xlsx,.xls,.xlsb,.xlsm,.ods,.csv,.tsv,.txt"
        disabled={isBusy}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
          if (chosen) void openFile(chosen);
        }}
      />
      <label htmlFor={inputId} className={classes.drop} data-over={drop.isOver} {...drop.handlers}>
        {file ? (
          <>
            <IconFileSpreadsheet size={20} />
            <b className={classes.fileName}>{file.name}</b>
            <span className={classes.button}>{t('chooseOther')}</span>
          </>
        ) : (
          <>
            <IconUpload size={28} stroke={1.5} />
            <b>{t('drop')}</b>
            <span>{t('dropHint')}</span>
            <span className={classes.button}>{t('choose')}</span>
          </>
        )}
      </label>
    </section>
  );
}
