import { Button, Textarea, TextInput } from '@mantine/core';
import { EVERYBODY, type Rule } from '@shared/domain/rules/rule.schema';
import type { Segment } from '@shared/domain/segments/segment.schema';
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { RuleBuilder } from '../builder/rule-builder';
import { hasErrors, useSegmentCount } from '../count/use-segment-count';
import { takeSegmentDraft } from '../segment-draft';
import { saveSegment } from '../segments.commands';
import { segmentsMessages } from '../segments.messages';
import { RuleSentence } from '../words/rule-sentence';
import classes from './segment-editor.module.css';

const LIST = '/members/segments';

/** A segment's name and rule; without an id a new one, or what somebody began elsewhere. */
export function SegmentEditor({ segmentId }: { segmentId?: string }) {
  const t = useMessages(segmentsMessages);
  const stored = useLive(
    async () => (segmentId ? ((await readDb.rows('segments').get(segmentId)) ?? null) : undefined),
    [segmentId],
  );
  if (segmentId === undefined) return <EditorPage />;
  if (stored === undefined) {
    return (
      <Page testId="page-segments" title={t('editTitle')} ready={false}>
        {null}
      </Page>
    );
  }
  if (stored === null) {
    return (
      <Page testId="page-segments" title={t('editTitle')} actions={<BackButton />} ready>
        <EmptyState title={t('notFound')} text="" />
      </Page>
    );
  }
  return <EditorPage segment={stored} />;
}

function BackButton() {
  const t = useMessages(segmentsMessages);
  const [, navigate] = useLocation();
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={16} stroke={1.75} />}
      onClick={() => navigate(LIST)}
    >
      {t('back')}
    </Button>
  );
}

type Draft = { name: string; note: string; rule: Rule };

function EditorPage({ segment }: { segment?: Segment }) {
  const t = useMessages(segmentsMessages);
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<Draft>(() => startOf(segment));
  const [problem, setProblem] = useState<string>();
  const { count, isFresh } = useSegmentCount(draft.rule);
  const isWrong = hasErrors(count);
  const change = (patch: Partial<Draft>) => {
    setProblem(undefined);
    setDraft((before) => ({ ...before, ...patch }));
  };

  async function save() {
    const name = draft.name.trim();
    if (name === '') {
      setProblem(t('nameMissing'));
      return;
    }
    try {
      await execute(saveSegment, {
        ...(segment ? { segmentId: segment.id } : {}),
        name,
        rule: draft.rule,
        note: draft.note,
      });
      navigate(LIST);
      showDone(t('savedDone', { name }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <Page
      testId="page-segments"
      title={t(segment ? 'editTitle' : 'newTitle')}
      actions={
        <>
          <BackButton />
          <Button
            data-testid="segment-save"
            disabled={isWrong || !isFresh}
            leftSection={<IconDeviceFloppy size={16} stroke={1.75} />}
            onClick={() => void save()}
          >
            {t('save')}
          </Button>
        </>
      }
      ready
    >
      <div className={classes.editor}>
        <div className={classes.names}>
          <TextInput
            label={t('name')}
            data-testid="segment-name"
            w={300}
            maxLength={100}
            autoFocus={segment === undefined}
            value={draft.name}
            error={problem}
            onChange={(event) => change({ name: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && !isWrong) void save();
            }}
          />
          <Textarea
            label={t('note')}
            className={classes.note}
            placeholder={t('notePlaceholder')}
            autosize
            minRows={1}
            maxRows={3}
            maxLength={500}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
        </div>
        {isWrong && (
          <p className={classes.wrong} role="alert" data-testid="segment-blocked">
            {t('saveBlocked')}
          </p>
        )}
        <p className={classes.sentence}>
          {t('sentence')} <RuleSentence rule={draft.rule} />
        </p>
        <RuleBuilder
          value={draft.rule}
          segmentId={segment?.id}
          onChange={(rule) => change({ rule })}
        />
      </div>
    </Page>
  );
}

function startOf(segment: Segment | undefined): Draft {
  if (segment) return { name: segment.name, note: segment.note ?? '', rule: segment.rule };
  const begun = takeSegmentDraft();
  return { name: begun?.name ?? '', note: '', rule: begun?.rule ?? EVERYBODY };
}
