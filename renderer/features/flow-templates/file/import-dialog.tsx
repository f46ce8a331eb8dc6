import { Button, Group, Modal } from '@mantine/core';
import { checkTemplate, isFault } from '@shared/domain/sop/template-check.rules';
import {
  type FlowFileFault,
  type FlowFileReading,
  type FlowInFile,
  LARGEST_FLOW_FILE,
  readFlowFile,
} from '@shared/domain/sop/template-file.rules';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { ProblemLines } from '../edit/problem-lines';
import { importFlow } from '../flow-templates.commands';
import { flowTemplatesMessages } from '../flow-templates.messages';
import { findFlow } from '../flow-templates.queries';
import { FlowDifferences } from '../words/flow-differences';

async function readingOf(file: File): Promise<FlowFileReading> {
  // A huge file is refused by its size alone, before its text is in memory.
  const text = file.size > LARGEST_FLOW_FILE ? '' : await file.text();
  return readFlowFile(text, file.size);
}

/** What a flow file holds, what is wrong with it, and what becomes of it. */
export function ImportDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const t = useMessages(flowTemplatesMessages);
  const say = useBilingual();
  const [reading, setReading] = useState<FlowFileReading>();
  useEffect(() => {
    readingOf(file).then(setReading, () =>
      setReading({ kind: 'refused', faults: [{ code: 'damaged' }] }),
    );
  }, [file]);
  if (!reading) return null;
  const title =
    reading.kind === 'flow' ? t('fileTitle', { name: say(reading.flow.name) }) : t('fileRefused');
  return (
    <Modal opened onClose={onClose} title={title} size={760}>
      {reading.kind === 'flow' ? (
        <FlowPreview flow={reading.flow} onClose={onClose} />
      ) : (
        <FaultList faults={reading.faults} />
      )}
    </Modal>
  );
}

const MOST_SHOWN = 12;

function FaultList({ faults }: { faults: readonly FlowFileFault[] }) {
  const t = useMessages(flowTemplatesMessages);
  const wordsOf = (fault: FlowFileFault): string => {
    if (fault.code === 'textTooLong') {
      return fault.step === undefined
        ? t('fault_headTooLong')
        : t('fault_textTooLong', { step: fault.step });
    }
    const { code, ...data } = fault;
    return t(`fault_${code}`, data);
  };
  return (
    <ul data-testid="flow-file-faults">
      {faults.slice(0, MOST_SHOWN).map((fault) => (
        <li key={JSON.stringify(fault)}>{wordsOf(fault)}</li>
      ))}
    </ul>
  );
}

function FlowPreview({ flow, onClose }: { flow: FlowInFile; onClose: () => void }) {
  const t = useMessages(flowTemplatesMessages);
  const say = useBilingual();
  const [, navigate] = useLocation();
  const known = useLive(() => findFlow(flow.key), [flow.key]);
  const problems = checkTemplate(flow);
  const faults = problems.filter(isFault);
  const hints = problems.filter((it) => !isFault(it));
  const take = async (as: 'own' | 'nextVersion') => {
    try {
      const { key, draftId } = await execute(importFlow, { flow, as });
      showDone(t('imported', { name: say(flow.name) }), { undo: true });
      onClose();
      const page = `/sop/templates/${encodeURIComponent(key)}`;
      navigate(draftId ? `${page}/edit` : page);
    } catch (error) {
      showProblem(error);
    }
  };
  if (known === undefined) return null;
  return (
    <>
      <p>{t('fileMeta', { steps: flow.steps.length, version: flow.version })}</p>
      {faults.length > 0 && <p>{t('fileProblems')}</p>}
      <ProblemLines problems={faults} flow={flow} />
      {hints.length > 0 && <p>{t('fileHints')}</p>}
      <ProblemLines problems={hints} flow={flow} />
      {known ? (
        <>
          <p>{t('fileKnown', { version: known.shown.version })}</p>
          <FlowDifferences before={known.shown} after={flow} />
          {known.draft && <p>{t('fileReplacesDraft')}</p>}
        </>
      ) : (
        <p>{t('fileNew')}</p>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        {known && (
          <Button
            variant="light"
            data-testid="flow-import-next"
            onClick={() => void take('nextVersion')}
          >
            {t('asNext')}
          </Button>
        )}
        <Button data-testid="flow-import-own" onClick={() => void take('own')}>
          {t('asOwn')}
        </Button>
      </Group>
    </>
  );
}
