import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Page } from '@/ui/page';
import { OneField } from '../builder/fields/one-field';
import { useSegmentCount } from '../count/use-segment-count';
import { showPeople } from '../people-choice';
import { openSegmentDraft } from '../segment-draft';
import { SegmentPicker } from '../segment-picker';
import { segmentsMessages } from '../segments.messages';
import { useRuleNames, useRuleWords } from '../words/use-rule-words';
import { type Operand, ruleOfSets, SET_OPS } from './algebra';
import classes from './algebra-page.module.css';
import { Overlap } from './overlap';

const MOST = 6;
const START: Operand[] = [
  { op: 'and', picked: undefined },
  { op: 'and', picked: undefined },
];

const SIGNS = { and: '∩', or: '∪', minus: '−' } as const;

/** Segments and snapshots in a row, "A ∩ B − C", with how many that makes. */
export function AlgebraPage() {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const names = useRuleNames();
  const { sentence } = useRuleWords();
  const [operands, setOperands] = useState(START);
  const rule = ruleOfSets(operands);
  const { count } = useSegmentCount(rule, 0);
  const chosen = operands.filter((it) => it.picked !== undefined);
  const isWhole = chosen.length > 1;
  const nameOf = ({ picked }: Operand): string => {
    if (!picked) return '';
    const name =
      picked.kind === 'segment'
        ? names.segment(picked.segmentId)
        : names.snapshot(picked.snapshotId);
    return name ?? '';
  };
  const title = chosen
    .map((it, i) => (i === 0 ? nameOf(it) : `${SIGNS[it.op]} ${nameOf(it)}`))
    .join(' ');
  const set = (at: number, patch: Partial<Operand>) =>
    setOperands((before) => before.map((it, i) => (i === at ? { ...it, ...patch } : it)));

  return (
    <Page
      testId="page-segments"
      title={t('algebraTitle')}
      subtitle={t('algebraState')}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} stroke={1.75} />}
          onClick={() => navigate('/members/segments')}
        >
          {t('back')}
        </Button>
      }
      ready
    >
      <div className={classes.row}>
        {operands.map((operand, i) => (
          <div key={i} className={classes.operand}>
            {i === 0 ? (
              <span className={classes.first}>{t('algebraFirst')}</span>
            ) : (
              <OneField
                label={t('op')}
                widthPx={132}
                value={operand.op}
                options={SET_OPS}
                say={(it) => t(`op.${it}`)}
                onChange={(op) => set(i, { op })}
              />
            )}
            <SegmentPicker
              testId={`combine-${i}`}
              value={operand.picked}
              onChange={(picked) => set(i, { picked })}
            />
            {operands.length > 2 && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('dropOperand')}
                onClick={() => setOperands((before) => before.filter((_, at) => at !== i))}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
            )}
          </div>
        ))}
        {operands.length < MOST && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} stroke={2} />}
            data-testid="combine-add"
            onClick={() => setOperands((before) => [...before, { op: 'minus', picked: undefined }])}
          >
            {t('addOperand')}
          </Button>
        )}
      </div>
      {!isWhole && <p className={classes.quiet}>{t('pickTwo')}</p>}
      {isWhole && rule && (
        <>
          <div className={classes.result}>
            <span>{t('result')}</span>
            <strong
              className={classes.number}
              data-testid="combine-count"
              data-count={count?.n ?? ''}
            >
              {count ? t('resultPeople', { count: count.n, n: format.count(count.n) }) : '…'}
            </strong>
            <span className={classes.quiet}>{sentence(rule)}</span>
            <Button size="compact-sm" variant="default" onClick={() => showPeople({ title, rule })}>
              {t('showResult')}
            </Button>
            <Button
              size="compact-sm"
              data-testid="combine-save"
              onClick={() => openSegmentDraft({ name: title.slice(0, 100), rule })}
            >
              {t('saveResult')}
            </Button>
          </div>
          <Overlap
            sets={chosen.flatMap((it) =>
              it.picked ? [{ name: nameOf(it), rule: it.picked }] : [],
            )}
          />
        </>
      )}
    </Page>
  );
}
