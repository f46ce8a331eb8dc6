import { escapeHtml } from '@shared/lib/html';
import type { FlowOutline } from './use-flow-outline';

const STYLE = `
@page { size: A4 portrait; margin: 14mm; }
body { margin: 0; color: #111; background: #fff; font-size: 10pt; line-height: 1.55;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0 0 2mm; font-size: 17pt; border-bottom: 0.5mm solid #111; }
h2 { margin: 5mm 0 0; font-size: 12pt; break-after: avoid; }
h3 { margin: 2mm 0 0; font-size: 9pt; break-after: avoid; }
p { margin: 1mm 0; }
.facts { font-size: 9pt; color: #333; }
ul { margin: 0; padding-left: 5mm; }
li { break-inside: avoid; }
.words { display: block; font-size: 9pt; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

const text = escapeHtml;
const all = <T>(items: readonly T[], of: (item: T) => string) => items.map(of).join('');

/** The flow as a document to print: what a template says is text in it, never markup. */
export function printableFlow({ title, lead, steps }: FlowOutline): string {
  const line = (it: { label: string; text: string }) =>
    `<li>${text(it.label)}${it.text && `<span class="words">${text(it.text)}</span>`}</li>`;
  const body = all(
    steps,
    (step) =>
      `<h2>${text([step.heading, ...step.marks].join(' · '))}</h2>` +
      `<p class="facts">${text(step.facts.join(' · '))}</p><p>${text(step.action)}</p>` +
      all(step.parts, (part) => `<h3>${text(part.name)}</h3><ul>${all(part.lines, line)}</ul>`),
  );
  return (
    `<!doctype html><html><head><meta charset="utf-8"><title>${text(title)}</title>` +
    `<style>${STYLE}</style></head><body><h1>${text(title)}</h1>` +
    `${all(lead, (it) => `<p>${text(it)}</p>`)}${body}</body></html>`
  );
}
