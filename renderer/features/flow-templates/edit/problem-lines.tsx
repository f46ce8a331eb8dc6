import type { FlowContent, TemplateProblem } from '@shared/domain/sop/template-check.rules';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

type ProblemLinesProps = {
  problems: readonly TemplateProblem[];
  flow: Pick<FlowContent, 'steps'>;
  /** Opens the step that a sentence is about; without it the sentences are plain. */
  onOpen?: (step: number) => void;
};

/** One sentence for each thing that is wrong, naming its step. */
export function ProblemLines({ problems, flow, onOpen }: ProblemLinesProps) {
  const t = useMessages(editorMessages);
  const say = useBilingual();
  if (problems.length === 0) return null;
  const sentence = ({ code, step, about, other }: TemplateProblem): string => {
    const text = t(`p_${code}`, { about: about ?? '', other: other ?? 0 });
    if (step === undefined) return t('inFlow', { text });
    const named = flow.steps[step - 1]?.title;
    const title = named ? say(named) : '';
    return title ? t('inStep', { step, title, text }) : t('inBareStep', { step, text });
  };
  return (
    <ul className={classes.problems} data-testid="flow-problems">
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>
          {onOpen ? (
            <button type="button" onClick={() => onOpen(problem.step ?? 0)}>
              {sentence(problem)}
            </button>
          ) : (
            sentence(problem)
          )}
        </li>
      ))}
    </ul>
  );
}
