import type { FlowContent } from '@shared/domain/sop/template-check.rules';
import { diffTemplates, type TemplateChange } from '@shared/domain/sop/template-diff.rules';
import classes from './flow-differences.module.css';
import { useFlowWords } from './use-flow-words';

/** What another version says otherwise: old struck through, new beside it. */
export function FlowDifferences({ before, after }: { before: FlowContent; after: FlowContent }) {
  const { t, say } = useFlowWords();
  const changes = diffTemplates(before, after);
  if (changes.length === 0) return <p className={classes.none}>{t('noDifference')}</p>;
  const headOf = ({ step, title }: TemplateChange) =>
    step === undefined || title === undefined
      ? t('flowItself')
      : t('stepHead', { step, title: say(title) });
  const groups = new Map<string, TemplateChange[]>();
  for (const change of changes) {
    const head = headOf(change);
    groups.set(head, [...(groups.get(head) ?? []), change]);
  }
  return (
    <div data-testid="flow-differences" data-count={changes.length}>
      <p className={classes.none}>{t('differenceCount', { count: changes.length })}</p>
      {[...groups].map(([head, lines]) => (
        <section key={head} className={classes.group}>
          <h3>{head}</h3>
          <ul>
            {lines.map((change) => (
              <Line key={JSON.stringify(change)} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ change }: { change: TemplateChange }) {
  const { t, say, shown } = useFlowWords();
  const { part, about, before, after } = change;
  const name = about ? say(about) : '';
  const mark = before === undefined ? t('added') : t('removed');
  const isOneSided = (before === undefined) !== (after === undefined);
  return (
    <li>
      <span className={classes.part}>
        {t(`part_${part}`)}
        {isOneSided && ` · ${mark}`}
        {name && ` · ${name}`}
      </span>
      {before && <del>{shown(before)}</del>}
      {after && <ins>{shown(after)}</ins>}
    </li>
  );
}
