import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconClipboardText, IconMessageQuestion, IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { RepliesSwitch, ReplyForm, useMinutes } from '@/features/replies';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { SearchField } from '@/ui/search-field';
import { Why } from '@/ui/why';
import type { QuestionFigures, QuestionLine } from '@/workers/replies/question-types';
import { chatQuestionsMessages } from './chat-questions.messages';
import { AnswerTimes } from './list/answer-times';
import { QuestionList } from './list/question-list';
import { PasteDialog } from './paste/paste-dialog';
import {
  changeView,
  FIGURE_WEEKS,
  LEAST_FOR_SHARE,
  useQuestionFigures,
  useQuestionList,
  useQuestionView,
  useSurroundings,
  VIEWS,
} from './use-questions';

/** What is asked in groups: taken in from chats, waiting for an answer, and how long answers took. */
export function QuestionsPage() {
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  const view = useQuestionView();
  const list = useQuestionList(view);
  const figures = useQuestionFigures();
  const surroundings = useSurroundings();
  const [isPasting, setPasting] = useState(false);
  const [made, setMade] = useState<QuestionLine>();
  const counts = figures?.counts;
  const isEmpty =
    figures !== undefined &&
    figures.counts.open + figures.counts.answered + figures.counts.ignored + figures.leftOpen === 0;
  const isFigures = view.part === 'figures';
  const take = (
    <Button
      data-testid="chat-take"
      leftSection={<IconClipboardText size={16} stroke={1.75} />}
      onClick={() => setPasting(true)}
    >
      {t('take')}
    </Button>
  );
  return (
    <Page
      testId="page-groups-questions"
      title={t('title')}
      subtitle={figures && (isEmpty ? t('subtitleEmpty') : <Subtitle figures={figures} />)}
      actions={
        <>
          <RepliesSwitch open="questions" />
          {!isEmpty && take}
        </>
      }
      filters={
        isEmpty ? undefined : (
          <>
            <div data-testid="question-view">
              <SegmentedControl
                size="xs"
                aria-label={t('state')}
                data={VIEWS.map((value) => ({
                  value,
                  label:
                    value === 'figures' || !counts
                      ? t(`state.${value}`)
                      : `${t(`state.${value}`)} ${format.count(counts[value])}`,
                }))}
                value={view.part}
                onChange={(value) =>
                  changeView({ part: VIEWS.find((part) => part === value) ?? 'open' })
                }
              />
            </div>
            {!isFigures && (
              <>
                <SearchField
                  testId="question-search"
                  widthPx={240}
                  label={t('search')}
                  clearLabel={t('clear')}
                  value={view.text}
                  onChange={(text) => changeView({ text })}
                />
                <Select
                  size="xs"
                  w={170}
                  data-testid="question-group"
                  aria-label={t('group')}
                  placeholder={t('anyGroup')}
                  clearable
                  searchable
                  data={(surroundings?.groups ?? []).map(({ id, name }) => ({
                    value: id,
                    label: name,
                  }))}
                  value={view.groupId ?? null}
                  onChange={(value) => changeView({ groupId: value ?? undefined })}
                />
              </>
            )}
          </>
        )
      }
      ready={figures !== undefined && (isFigures || list.total !== undefined)}
      fill
    >
      {isEmpty && (
        <EmptyState
          icon={IconMessageQuestion}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={take}
        />
      )}
      {!isEmpty && isFigures && figures && <AnswerTimes figures={figures} />}
      {!isEmpty && !isFigures && list.total === 0 && (
        <EmptyState
          icon={IconMoodSmile}
          title={t(view.part === 'open' && view.text === '' ? 'nothingOpen' : 'nothing')}
          text=""
        />
      )}
      {!isEmpty && !isFigures && (list.total ?? 0) > 0 && (
        <QuestionList list={list} onMakeReply={setMade} />
      )}
      {isPasting && surroundings && (
        <PasteDialog
          groups={surroundings.groups}
          groupId={view.groupId}
          today={surroundings.today}
          onClose={() => setPasting(false)}
        />
      )}
      {made && (
        <ReplyForm
          key={made.id}
          start={{ keyword: made.text.slice(0, 60) }}
          onClose={() => setMade(undefined)}
        />
      )}
    </Page>
  );
}

function Subtitle({ figures: { counts, leftOpen, times } }: { figures: QuestionFigures }) {
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  const minutes = useMinutes();
  const { medianMs, p90Ms, n } = times;
  return (
    <>
      {t('subtitle', { open: format.count(counts.open), answered: format.count(counts.answered) })}
      {leftOpen > 0 && (
        <>
          {' · '}
          {t('subtitleOver', { count: format.count(leftOpen) })}
        </>
      )}
      {medianMs !== undefined && p90Ms !== undefined && (
        <>
          {' · '}
          {t(n < LEAST_FOR_SHARE ? 'subtitleMedian' : 'subtitleTimes', {
            weeks: FIGURE_WEEKS,
            median: minutes(medianMs),
            p90: minutes(p90Ms),
            n: format.count(n),
          })}{' '}
          <Why word={t('why')}>{t('figuresWhy')}</Why>
        </>
      )}
    </>
  );
}
