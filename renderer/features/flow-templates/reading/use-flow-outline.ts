import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { flowTemplatesMessages } from '../flow-templates.messages';
import { useFlowWords } from '../words/use-flow-words';

export type OutlinePart = { name: string; lines: { label: string; text: string }[] };

/** A flow in words, for the screen and for paper alike. */
export type FlowOutline = {
  title: string;
  lead: string[];
  steps: {
    heading: string;
    marks: string[];
    action: string;
    facts: string[];
    parts: OutlinePart[];
  }[];
};

/** Puts a version into words. */
export function useFlowOutline(): (template: SopTemplate) => FlowOutline {
  const t = useMessages(flowTemplatesMessages);
  const flow = useFlowWords();
  const { say, words } = flow;
  const stepOf = (step: SopTemplate['steps'][number], index: number) => {
    const scripts = step.scripts.flatMap((it) => [
      { label: say(it.label), text: say(it.text) },
      ...(it.variants ?? []).map((variant) => ({
        label: `${say(it.label)} · ${t('variant', { name: say(variant.label) })}`,
        text: say(variant.text),
      })),
    ]);
    const parts = [
      {
        name: t('checklist'),
        lines: step.checklist.map((it) => ({
          label: say(it.label),
          text: [it.kind === 'tick' ? '' : flow.t(`check_${it.kind}`), it.hint ? say(it.hint) : '']
            .filter(Boolean)
            .join(' · '),
        })),
      },
      {
        name: t('placements'),
        lines: (step.placements ?? []).map(({ label }) => ({ label: say(label), text: '' })),
      },
      { name: t('scripts'), lines: scripts },
    ];
    return {
      heading: `${index + 1}. ${say(step.title)}`,
      marks: [
        ...(step.rigour === 'critical' ? [t('critical')] : []),
        ...(step.optional ? [t('optional')] : []),
      ],
      action: say(step.action),
      facts: [
        t('due', { text: flow.dueOf(step) }),
        ...(step.windowMs === undefined ? [] : [t('window', { text: flow.within(step.windowMs) })]),
        t('role', { text: words(`ownerRole.${step.ownerRole}`) }),
        t('metric', { text: flow.metric(step.metric) }),
        ...(step.visual ? [t('visual', { text: say(step.visual) })] : []),
      ],
      parts: parts.filter(({ lines }) => lines.length > 0),
    };
  };
  const sourceOf = (source: NonNullable<SopTemplate['source']>) =>
    typeof source === 'string' ? source : say(source);
  return (template) => ({
    title: say(template.name),
    lead: [
      say(template.purpose),
      ...(template.quietHours ? [t('quietHours', template.quietHours)] : []),
      ...template.exitActions.map((action) => t('atEnd', { text: flow.exit(action) })),
      ...(template.source ? [t('source', { text: sourceOf(template.source) })] : []),
    ].filter(Boolean),
    steps: template.steps.map(stepOf),
  });
}
