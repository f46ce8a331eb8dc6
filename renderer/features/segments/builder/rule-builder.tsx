import type { Rule } from '@shared/domain/rules/rule.schema';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useSegmentCount } from '../count/use-segment-count';
import { SamplePanel } from '../explain/sample-panel';
import { builderMessages } from './builder.messages';
import { type BuilderFace, BuilderProvider } from './builder-context';
import classes from './rule-builder.module.css';
import { asGroup, type RulePath } from './rule-edit';
import { RuleGroup } from './rule-group';
import { SuggestionsProvider, startValues, useReadSuggestions } from './suggestions';
import { WholeCount } from './whole-count';

export type RuleBuilderProps = {
  value: Rule;
  onChange: (rule: Rule) => void;
  /** The segment whose rule this is: it cannot stand in itself. */
  segmentId?: string | undefined;
  /** Without the people drawn from it, where there is no room. */
  hasNoSample?: boolean;
};

/** Whom a rule means, put together from sentences, with how many and who they are. */
export function RuleBuilder({ value, onChange, segmentId, hasNoSample = false }: RuleBuilderProps) {
  const t = useMessages(builderMessages);
  const root = useMemo(() => asGroup(value), [value]);
  const live = useSegmentCount(root);
  const suggestions = useReadSuggestions();
  const frame = useRef<HTMLDivElement>(null);
  const focus = useRef<RulePath | undefined>(undefined);
  const remarks = live.count?.remarks;

  const change = useCallback(
    (next: Rule, place?: RulePath) => {
      focus.current = place;
      onChange(next);
    },
    [onChange],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the changed rule is shown
  useEffect(() => {
    if (focus.current === undefined) return;
    const place = focus.current.join('.');
    focus.current = undefined;
    frame.current?.querySelector<HTMLElement>(`[data-more-of="${place}"]`)?.focus();
  }, [root]);

  const face = useMemo<BuilderFace>(
    () => ({
      root,
      change,
      remarksAt: (path) =>
        (remarks ?? []).filter((remark) => remark.path.join('.') === path.join('.')),
      start: startValues(suggestions, segmentId),
      exceptSegmentId: segmentId,
    }),
    [root, change, remarks, suggestions, segmentId],
  );

  return (
    <SuggestionsProvider value={suggestions}>
      <BuilderProvider value={face}>
        <div className={classes.builder} ref={frame} data-sample={!hasNoSample}>
          <section aria-label={t('label')} data-testid="rule-builder">
            <WholeCount live={live} />
            <RuleGroup rule={root} path={[]} />
          </section>
          {!hasNoSample && <SamplePanel rule={root} />}
        </div>
      </BuilderProvider>
    </SuggestionsProvider>
  );
}
