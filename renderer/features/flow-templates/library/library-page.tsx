import { Button, FileButton, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { FLOW_KINDS, type FlowKind } from '@shared/domain/sop/sop.schema';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Page } from '@/ui/page';
import { ImportDialog } from '../file/import-dialog';
import { useFlowDrop } from '../file/use-flow-drop';
import { flowTemplatesMessages } from '../flow-templates.messages';
import { type FlowLine, listFlows } from '../flow-templates.queries';
import { useFlowActions } from '../use-flow-actions';
import { FlowRow } from './flow-row';
import classes from './library.module.css';

type Filter = 'all' | 'own' | FlowKind;

const fits = ({ shown, isBuiltIn }: FlowLine, filter: Filter) =>
  filter === 'all' || (filter === 'own' ? !isBuiltIn : shown.kind === filter);

const byKind = (a: FlowLine, b: FlowLine) =>
  FLOW_KINDS.indexOf(a.shown.kind) - FLOW_KINDS.indexOf(b.shown.kind);

/** All flows that can be started, by kind; files dropped anywhere on it are imported. */
export function LibraryPage({ onStart }: { onStart: (templateId: string, name: string) => void }) {
  const t = useMessages(flowTemplatesMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const actions = useFlowActions();
  const flows = useLive(listFlows, []);
  const [filter, setFilter] = useState<Filter>('all');
  const [showsArchived, archived] = useDisclosure(false);
  const [file, setFile] = useState<File>();
  const drop = useFlowDrop(setFile);
  const current = (flows ?? []).filter((it) => !it.isArchived);
  const old = (flows ?? []).filter((it) => it.isArchived);
  const kinds = FLOW_KINDS.filter((kind) => current.some(({ shown }) => shown.kind === kind));
  const shown = [...current, ...(showsArchived ? old : [])]
    .filter((it) => fits(it, filter))
    .sort(byKind);
  const own = current.filter(({ isBuiltIn }) => !isBuiltIn).length;
  return (
    <Page
      testId="page-sop"
      title={t('title')}
      subtitle={flows && t('state', { n: format.count(current.length), own: format.count(own) })}
      ready={flows !== undefined}
      actions={
        <>
          <FileButton accept=".json" onChange={(chosen) => chosen && setFile(chosen)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconFileImport size={16} />}
                data-testid="flow-import"
              >
                {t('importFile')}
              </Button>
            )}
          </FileButton>
          <Button
            leftSection={<IconPlus size={16} />}
            data-testid="flow-new"
            onClick={actions.create}
          >
            {t('add')}
          </Button>
        </>
      }
      filters={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('kindLabel')}
            value={filter}
            onChange={(value) => setFilter(value as Filter)}
            data={[
              { value: 'all', label: t('filter_all') },
              ...kinds.map((kind) => ({ value: kind, label: words(`flowKind.${kind}`) })),
              { value: 'own', label: t('filter_own') },
            ]}
          />
          {old.length > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={archived.toggle}>
              {showsArchived ? t('hideArchived') : t('showArchived', { n: old.length })}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.drop} data-over={drop.isOver} {...drop.handlers}>
        {drop.isOver && <p className={classes.dropText}>{t('dropHere')}</p>}
        {shown.length > 0 ? (
          <ul className={classes.list}>
            {shown.map((flow) => (
              <FlowRow key={flow.key} flow={flow} onStart={onStart} />
            ))}
          </ul>
        ) : (
          flows && <p className={classes.quiet}>{t('noneFits')}</p>
        )}
      </div>
      {file && <ImportDialog key={file.name} file={file} onClose={() => setFile(undefined)} />}
    </Page>
  );
}
