import { APP_SCHEME } from '../security/origin';

export type PageBlock =
  | { kind: 'text'; text: string }
  | { kind: 'path'; text: string }
  | { kind: 'details'; text: string }
  | { kind: 'warning'; text: string };

export type PageButton = { action: string; label: string; isPrimary?: boolean };
export type PageSection = {
  lang: string;
  heading: string;
  blocks: PageBlock[];
  buttons: PageButton[];
};

const STYLE = `
:root { color-scheme: light dark; --paper: #FBFAF7; --ink: #1B2430; --quiet: #5B6675;
  --line: #E6E3DB; --rudder: #0F766E; --on-rudder: #FFFFFF; --ember: #B5431E; --surface: #FFFFFF; }
@media (prefers-color-scheme: dark) { :root { --paper: #11161D; --ink: #E7EAEE; --quiet: #A3ADB9;
  --line: #2A3440; --rudder: #2FA89D; --on-rudder: #0B1115; --ember: #F08A63; --surface: #182029; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 28px 36px; background: var(--paper); color: var(--ink);
  font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
section + section { margin-top: 22px; padding-top: 22px; border-top: 1px solid var(--line); }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 650; }
p { margin: 0 0 10px; }
.path, .details { padding: 8px 12px; background: var(--surface); border: 1px solid var(--line);
  border-radius: 6px; overflow-wrap: anywhere; font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace;
  font-size: 13px; user-select: text; }
.details { max-height: 180px; overflow: auto; white-space: pre-wrap; color: var(--quiet); }
.warning { color: var(--ember); font-weight: 600; }
nav { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 14px; }
a { padding: 7px 16px; border: 1px solid var(--line); border-radius: 6px; color: var(--ink);
  background: var(--surface); text-decoration: none; cursor: default; }
a.primary { background: var(--rudder); border-color: var(--rudder); color: var(--on-rudder); }
a:focus-visible { outline: 2px solid var(--rudder); outline-offset: 2px; }
`;

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Buttons are links within the page: main hears which one was followed, and nothing is loaded. */
export function readAction(url: string): string | null {
  const [page = '', action = ''] = url.split('#');
  return page.startsWith(`${APP_SCHEME}://system/`) && action !== '' ? action : null;
}

function renderBlock(block: PageBlock): string {
  const text = escapeHtml(block.text);
  return block.kind === 'text' ? `<p>${text}</p>` : `<p class="${block.kind}">${text}</p>`;
}

function renderSection({ lang, heading, blocks, buttons }: PageSection): string {
  const links = buttons
    .map(
      ({ action, label, isPrimary }) =>
        `<a${isPrimary ? ' class="primary"' : ''} href="#${action}" draggable="false" data-testid="system-${action}">${escapeHtml(label)}</a>`,
    )
    .join('');
  return `<section lang="${lang}"><h1>${escapeHtml(heading)}</h1>${blocks.map(renderBlock).join('')}<nav>${links}</nav></section>`;
}

/** A page without scripts that needs nothing of the console: it must work when the console does not. */
export function renderSystemPage(title: string, sections: readonly PageSection[]): string {
  return `<!doctype html><html lang="${sections[0]?.lang ?? 'zh-CN'}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${sections.map(renderSection).join('')}</body></html>`;
}
