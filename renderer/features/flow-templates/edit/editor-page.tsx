import { Button, Switch } from '@mantine/core';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { checkTemplate, isFault } from '@shared/domain/sop/template-check.rules';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { discardDraft } from '../flow-templates.commands';
import { type FlowLine, findFlow } from '../flow-templates.queries';
import { useFlowActions } from '../use-flow-actions';
import { BothLanguages } from './draft-text';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';
import { HeadForm } from './head-form';
import { ProblemLines } from './problem-lines';
import { PublishDialog } from './publish-dialog';
import { StepForm } from './step-form';
import { StepRail } from './step-rail';
import { useDraft } from './use-draft';

/** The draft of a flow's next version. */
export function EditorPage({ flowKey }: { flowKey: string }) {
  const t = useMessages(editorMessages);
  const actions = useFlowActions();
  const flow = useLive(() => findFlow(flowKey), [flowKey]);
  if (flow?.draft) return <Editor key={flow.draft.id} flow={flow} stored={flow.draft} />;
  return (
    <Page testId="page-sop" title={t('noDraft')} ready={flow !== undefined}>
      {flow !== undefined && (
        <EmptyState
          title={t('noDraft')}
          text={t('noDraftText')}
          action={flow && <Button onClick={() => actions.edit(flowKey)}>{t('startDraft')}</Button>}
        />
      )}
    </Page>
  );
}

function Editor({ flow, stored }: { flow: FlowLine; stored: SopTemplate }) {
  const t = useMessages(editorMessages);
  const say = useBilingual();
  const [, navigate] = useLocation();
  const { draft, isSaving, change } = useDraft(stored);
  const paper = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(1);
  const openStep = (place: number) => {
    setChosen(place);
    paper.current?.scrollIntoView({ block: 'start' });
  };
  const [isBoth, setBoth] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const open = Math.min(chosen, draft.steps.length);
  const step = draft.steps[open - 1];
  const newest = flow.published[0];
  const version = Math.max(draft.version, (newest?.version ?? 0) + 1);
  const problems = checkTemplate(draft);
  const faults = problems.filter(isFault);
  const page = `/sop/templates/${encodeURIComponent(flow.key)}`;
  const discard = async () => {
    try {
      await execute(discardDraft, { draftId: stored.id });
      showDone(t('discarded'), { undo: true });
      navigate(newest ? page : '/sop/templates');
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Page
      testId="page-sop"
      title={say(draft.name)}
      subtitle={isSaving ? t('stateSaving') : t('state', { version })}
      ready
      actions={
        <>
          <Switch
            label={t('bothLanguages')}
            checked={isBoth}
            onChange={(event) => setBoth(event.currentTarget.checked)}
          />
          <Button variant="default" onClick={() => navigate(newest ? page : '/sop/templates')}>
            {t('back')}
          </Button>
          <Button variant="default" data-testid="flow-discard" onClick={() => void discard()}>
            {t('discard')}
          </Button>
          <Button
            data-testid="flow-publish"
            disabled={faults.length > 0}
            onClick={() => setPublishing(true)}
          >
            {t('publish')}
          </Button>
        </>
      }
    >
      <BothLanguages.Provider value={isBoth}>
        <div className={classes.layout} lang={currentLanguage()}>
          <StepRail
            draft={draft}
            open={open}
            faulty={new Set(faults.map((it) => it.step ?? 0))}
            onOpen={openStep}
            onChange={change}
          />
          <div ref={paper} className={classes.paper}>
            {open === 0 || !step ? (
              <HeadForm draft={draft} onChange={change} />
            ) : (
              <StepForm
                key={open}
                steps={draft.steps}
                step={step}
                position={open}
                onChange={change}
              />
            )}
          </div>
          <aside className={classes.side}>
            <p data-testid="flow-untouched">
              {flow.runs.running > 0
                ? t('untouched', { count: flow.runs.running })
                : t('untouchedNone')}
            </p>
            {newest && newest.id !== draft.basedOnId && (
              <p>{t('newerPublished', { version: newest.version })}</p>
            )}
            <Problems problems={problems} draft={draft} onOpen={openStep} />
          </aside>
        </div>
      </BothLanguages.Provider>
      {isPublishing && (
        <PublishDialog
          draft={draft}
          before={newest}
          version={version}
          onClose={() => setPublishing(false)}
        />
      )}
    </Page>
  );
}

type ProblemsProps = {
  problems: ReturnType<typeof checkTemplate>;
  draft: SopTemplate;
  onOpen: (step: number) => void;
};

function Problems({ problems, draft, onOpen }: ProblemsProps) {
  const t = useMessages(editorMessages);
  const faults = problems.filter(isFault);
  const hints = problems.filter((it) => !isFault(it));
  return (
    <>
      {faults.length === 0 && <p>{t('problemsNone')}</p>}
      {faults.length > 0 && <h3>{t('faults', { count: faults.length })}</h3>}
      <ProblemLines problems={faults} flow={draft} onOpen={onOpen} />
      {hints.length > 0 && <h3>{t('hints', { count: hints.length })}</h3>}
      <ProblemLines problems={hints} flow={draft} onOpen={onOpen} />
    </>
  );
}
