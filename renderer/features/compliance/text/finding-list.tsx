import { Button, UnstyledButton } from '@mantine/core';
import type { Finding } from '@shared/domain/compliance/check.rules';
import { lexicon } from '@shared/domain/compliance/lexicon/lexicon';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { Chip } from '@/ui/chip';
import { complianceMessages } from '../compliance.messages';
import classes from './checked-text.module.css';
import { type FindingActions, FindingBody } from './finding-body';

const SHOWN = 6;
const STEP = 100;
const WEIGHT = { high: 0, medium: 1, low: 2 };
const TONES = { high: 'red', medium: 'yellow', low: 'plain' } as const;
const weightOf = ({ risk, override }: Finding) => (override ? 3 : WEIGHT[risk]);

type FindingListProps = {
  findings: readonly Finding[];
  activeStart: number | undefined;
  onChoose: (finding: Finding) => void;
  actions: FindingActions;
};

/** Everything found, the serious first; the chosen one is open. */
export function FindingList({ findings, activeStart, onChoose, actions }: FindingListProps) {
  const t = useMessages(complianceMessages);
  const [shown, setShown] = useState(SHOWN);
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => weightOf(a) - weightOf(b) || a.start - b.start);
  const visible = sorted.filter((finding, nth) => nth < shown || finding.start === activeStart);
  const hidden = findings.length - visible.length;
  return (
    <>
      <ul className={classes.list} aria-label={t('findings')}>
        {visible.map((finding) => (
          <FindingRow
            key={`${finding.start} ${finding.family} ${finding.text}`}
            finding={finding}
            isOpen={finding.start === activeStart}
            onChoose={onChoose}
            actions={actions}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setShown((before) => before + STEP)}
        >
          {t('more', { n: hidden })}
        </Button>
      )}
    </>
  );
}

type FindingRowProps = Pick<FindingListProps, 'onChoose' | 'actions'> & {
  finding: Finding;
  isOpen: boolean;
};

function FindingRow({ finding, isOpen, onChoose, actions }: FindingRowProps) {
  const t = useMessages(complianceMessages);
  const words = useMessages(wordsMessages);
  const say = useBilingual();
  const { family, risk, override, text } = finding;
  const name = lexicon().families.get(family)?.name;
  return (
    <li
      className={classes.finding}
      data-testid="compliance-finding"
      data-family={family}
      data-risk={risk}
      data-start={finding.start}
      data-end={finding.end}
      data-calm={override !== undefined}
    >
      <UnstyledButton
        className={classes.head}
        aria-expanded={isOpen}
        title={text}
        onClick={() => onChoose(finding)}
      >
        <Chip tone={override ? 'plain' : TONES[risk]}>
          {override ? t('keepDone') : words(`riskLevel.${risk}`)}
        </Chip>
        <span className={classes.words}>{text.slice(0, 80)}</span>
        {name && <span className={classes.family}>{say(name)}</span>}
      </UnstyledButton>
      {isOpen && <FindingBody finding={finding} actions={actions} />}
    </li>
  );
}
