import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileUpload, IconListCheck } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { Card } from '@/ui/card';
import { listBoxMessages } from './list-box.messages';
import classes from './list-box.module.css';
import { ListDay } from './list-day';
import type { ListDraft } from './use-list-draft';

const ACCEPTED = '.xlsx,.xls,.csv,.txt,.tsv,.html';
const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** The box for the list: pasted, from a file, or dropped. */
export function ListBox({ draft, today }: { draft: ListDraft; today: string }) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState<string>();
  // The same file, mended meanwhile, may be chosen again.
  const reset = useRef<() => void>(null);
  const { text, day, isBusy } = draft;
  async function read(file: File | null | undefined): Promise<void> {
    if (!file) return;
    try {
      const found = await dataWorker().rosters.read(file);
      const count = found === '' ? 0 : found.split('\n').length;
      const told = { name: file.name, count: format.count(count) };
      setSaid(t(count === 0 ? 'fileEmpty' : 'fileRead', told));
      if (count > 0) draft.change({ text: found });
    } catch (error) {
      showProblem(error);
    } finally {
      reset.current?.();
    }
  }
  return (
    <Card title={t('title')}>
      <form
        className={classes.box}
        data-over={isOver}
        onSubmit={(event) => {
          event.preventDefault();
          draft.plan();
        }}
        onDragOver={(event) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        }}
        onDrop={(event) => {
          if (!holdsFiles(event)) return;
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          void read(event.dataTransfer.files[0]);
        }}
      >
        <p className={classes.quiet}>{t('hint')}</p>
        <Textarea
          data-testid="list-paste"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          rows={7}
          value={text}
          onFocus={() => void dataWorker().rosters.warm().catch(showProblem)}
          onChange={(event) => {
            setSaid(undefined);
            draft.change({ text: event.currentTarget.value });
          }}
        />
        {said !== undefined && (
          <p className={classes.quiet} role="status">
            {said}
          </p>
        )}
        {isBusy && draft.isAsked && !draft.view && (
          <p className={classes.quiet} role="status">
            {t('planning')}
          </p>
        )}
        <div className={classes.actions}>
          <ListDay
            label={t('day')}
            today={today}
            value={day}
            onChange={(next) => draft.change({ day: next })}
          />
          <FileButton
            accept={ACCEPTED}
            resetRef={reset}
            onChange={(file) => void read(file)}
            inputProps={{ 'data-testid': 'list-file', 'aria-label': t('file') } as object}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconFileUpload size={16} stroke={1.75} />}
              >
                {t('file')}
              </Button>
            )}
          </FileButton>
          <span className={classes.push} />
          {text !== '' && (
            <Button variant="subtle" color="gray" onClick={draft.clear}>
              {t('again')}
            </Button>
          )}
          <Button
            type="submit"
            data-testid="list-plan"
            leftSection={<IconListCheck size={16} stroke={1.75} />}
            loading={isBusy}
            disabled={text.trim() === ''}
          >
            {t('plan')}
          </Button>
        </div>
        {isOver && <div className={classes.veil}>{t('drop')}</div>}
      </form>
    </Card>
  );
}
