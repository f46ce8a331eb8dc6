import type { Explained } from '@shared/domain/rules/engine-types';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useRuleNames, useRuleWords } from '../words/use-rule-words';
import { explainMessages } from './explain.messages';
import classes from './explained-tree.module.css';
import { foundWords } from './found-words';

/** Every condition with whether it holds and what was found; groups by their own line. */
export function ExplainedTree({ explained }: { explained: Explained }) {
  const t = useMessages(explainMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const names = useRuleNames();
  const { outline } = useRuleWords();
  const found = foundWords({ t, words, names, format }, explained);
  const Icon = explained.isTrue ? IconCheck : IconX;
  return (
    <div className={classes.node} data-testid="explained" data-true={explained.isTrue}>
      <div className={classes.line}>
        <span className={classes.mark} data-true={explained.isTrue}>
          <Icon size={14} stroke={2.25} aria-label={t(explained.isTrue ? 'whyYes' : 'whyNo')} />
        </span>
        <span>
          {outline(explained.rule)}
          {found !== undefined && <span className={classes.found}> {found}</span>}
        </span>
      </div>
      {explained.of && explained.of.length > 0 && (
        <div className={classes.parts}>
          {explained.of.map((part, i) => (
            <ExplainedTree key={i} explained={part} />
          ))}
        </div>
      )}
    </div>
  );
}
